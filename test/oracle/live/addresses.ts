/**
 * Where cases live. They name canonical ports; each run has ports of its own, which are put in when a case is played
 * and taken out of what comes of it.
 */
export const CANONICAL_PORTS = [18101, 18102, 18103] as const;

export type Ports = readonly [number, number, number];

/** The page's origin, and targets that stand to it in every way that browsers tell apart. `*.localhost` are sites. */
export const ORIGINS = {
  page: 'http://app.localhost:18101',
  otherPort: 'http://app.localhost:18102',
  sameSite: 'http://api.app.localhost:18102',
  crossSite: 'http://api.localhost:18102',
  /** Has a cookie, and so has `sameSite`. */
  withCookie: 'http://other.localhost:18103',
} as const;

export const PAGE_URL = `${ORIGINS.page}/page`;

/** The path of a hop; its case is known by it. */
export function pathOf(id: string, hop: number): string {
  return `/c/${id}/${hop}`;
}

/** The case and hop that a URL or path belongs to. */
export function placeOf(url: string): { readonly id: string; readonly hop: number } | null {
  const found = /\/c\/([\w-]+)\/(\d+)/.exec(url);
  return found?.[1] === undefined ? null : { id: found[1], hop: Number(found[2]) };
}

/** The same data under another id, on other ports. */
export function relocated<T>(data: T, from: Location, to: Location): T {
  const text = JSON.stringify(data).replaceAll(`/c/${from.id}/`, `/c/${to.id}/`);
  const moved = from.ports.reduce<string>(
    (all, port, index) => all.replaceAll(`:${port}`, `:<${index}>`),
    text,
  );
  // What JSON gives back is what it was given.
  return JSON.parse(moved.replaceAll(/:<(\d)>/g, (_, index) => `:${to.ports[Number(index)]}`)) as T;
}

export interface Location {
  readonly id: string;
  readonly ports: Ports;
}

/** Where in the way of a request a platform stands, from the browser to the application. */
export const LAYERS = [
  'cdn',
  'firewall',
  'tunnel',
  'hosting',
  'load-balancer',
  'gateway',
  'proxy',
  'storage',
  'server',
  'framework',
] as const;

export type Layer = (typeof LAYERS)[number];

/** Something that answers requests or passes them on, and how its responses show it. One entry of `platforms.ts`. */
export interface Platform<Id extends string = string> {
  /** Kebab-case, as servers and their configurations are named everywhere in this extension. */
  readonly id: Id;
  /** As its makers write it. */
  readonly name: string;
  readonly layer: Layer;
  /** Any of these shows that the response came through it, or from it. */
  readonly marks: readonly Sign[];
  /** What shows that it made the response itself, instead of passing on what the application said. */
  readonly made: readonly MadeSign[];
  /** Where its headers, or the responses that it makes itself, are documented. Always https. */
  readonly source: string;
}

/** Marks that together show something. The first is of a header that is there, for the signs are looked up by it. */
export type Sign = readonly [Mark, ...Mark[]];

/** A header line that is there, or isn't. */
export interface Mark {
  /** Lower case. */
  readonly header: string;
  /** What the value of one of its lines matches; absent for any value. */
  readonly value?: RegExp | undefined;
  readonly absent: boolean;
}

/** What only a response has that the platform made itself. */
export interface MadeSign {
  readonly sign: Sign;
  /** Only with these statuses; absent for any. What is only likely is said of errors alone. */
  readonly statuses?: (status: number) => boolean;
  readonly confidence: 'certain' | 'likely';
}

/** The platforms of one layer. */
export function platformsOf<const Id extends string>(
  layer: Layer,
  platforms: readonly Omit<Platform<Id>, 'layer'>[],
): readonly Platform<Id>[] {
  return platforms.map((platform) => ({ ...platform, layer }));
}

/** A line with that header is there, with such a value. */
export function has(header: string, value?: RegExp): Mark {
  return { header, value, absent: false };
}

/** No line with that header is there, or none with such a value. */
export function lacks(header: string, value?: RegExp): Mark {
  return { header, value, absent: true };
}

export const HTML = /^text\/html\b/i;

export function isError(status: number): boolean {
  return status >= 400;
}

/** Where success is answered, what is behind may have been asked after all. */
export function isNoSuccess(status: number): boolean {
  return status >= 300;
}

/** The statuses of a server that got no proper answer from the one behind it. */
export function isGatewayError(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

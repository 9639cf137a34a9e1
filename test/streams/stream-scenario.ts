import type { Addresses, SiteAnswer, SiteRequest } from './stream-site.ts';

/** Something that a page does, and what the servers answer. */
export interface StreamScenario {
  /** Of the file; also the first segment of every path that it requests. */
  readonly name: string;
  /** What happens, for who reads the stream. */
  readonly about: string;
  /**
   * Runs in the page, so it may use nothing from around it; resolves when nothing more will be asked for. The URLs end
   * with the scenario's name.
   */
  readonly act: (urls: Addresses) => Promise<unknown>;
  readonly answer: (request: SiteRequest, site: Addresses) => SiteAnswer;
}

type Lines = readonly (readonly [string, string])[];

/** The header that lets script read the response. */
export function allowed({ headers }: SiteRequest): Lines {
  return [
    ['Access-Control-Allow-Origin', headers.origin ?? '*'],
    ['Vary', 'Origin'],
  ];
}

/** An answer to whatever a preflight asks, and to what follows it. */
export function allowedPreflight(request: SiteRequest): Lines {
  const { headers } = request;
  return [
    ...allowed(request),
    ['Access-Control-Allow-Methods', headers['access-control-request-method'] ?? 'GET'],
    ['Access-Control-Allow-Headers', String(headers['access-control-request-headers'] ?? '')],
  ];
}

/** To a preflight what it asks for, to anything else that script may read it. */
export function allows(request: SiteRequest): SiteAnswer {
  return isPreflight(request)
    ? { status: 204, headers: allowedPreflight(request) }
    : { headers: allowed(request), body: '{}' };
}

export function isPreflight({ method, headers }: SiteRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

export function redirects(status: number, location: string, headers: Lines = []): SiteAnswer {
  return { status, headers: [['Location', location], ...headers] };
}

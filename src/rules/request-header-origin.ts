import { isOfLibrary } from './request-header-library.ts';

/** Where a request header comes from, as far as its name tells: what to do about it depends on that. */
export type HeaderOrigin =
  | 'content-type'
  | 'authorization'
  | 'tracing'
  | 'library'
  | 'response-header'
  | 'own';

const LIBRARY =
  /^(x-requested-with|x-csrf-?token|x-xsrf-token|cache-control|pragma|expires|if-none-match|if-modified-since|ngrok-skip-browser-warning|upgrade-insecure-requests)$/;

/** What adds a request header of that name. Names are compared without regard to case. */
export function headerOrigin(name: string): HeaderOrigin {
  const lower = name.toLowerCase();
  if (lower === 'content-type' || lower === 'authorization') return lower;
  if (lower.startsWith('access-control-')) return 'response-header';
  if (isOfLibrary(lower)) return 'tracing';
  return LIBRARY.test(lower) ? 'library' : 'own';
}

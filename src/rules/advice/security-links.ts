import type { Link } from '../diagnosis.ts';

/** What attackers do with CORS headers that allow too much. */
export const PORTSWIGGER_CORS: Link = {
  label: 'PortSwigger: Cross-origin resource sharing',
  url: 'https://portswigger.net/web-security/cors',
};

/** Which CORS settings are insecure, and why. */
export const FEARLESS_CORS: Link = {
  label: 'Fearless CORS: a design philosophy for CORS middleware',
  url: 'https://jub0bs.com/posts/2023-02-08-fearless-cors/',
};

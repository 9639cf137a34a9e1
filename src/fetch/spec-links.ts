import type { CheckId, SpecLink } from './evaluation.ts';

const CORS_CHECK = 'concept-cors-check';
const PREFLIGHT = 'cors-preflight-fetch';

function allow(header: string): string {
  return `HTTP/Reference/Headers/Access-Control-Allow-${header}`;
}

/** Where the standard and MDN describe each check. */
export const SPEC_LINKS: Readonly<Record<CheckId, SpecLink>> = {
  'cross-origin': { anchor: 'concept-main-fetch', mdn: 'Security/Same-origin_policy' },
  mode: { anchor: 'concept-request-mode', mdn: 'API/Request/mode' },
  'preflight-need': { anchor: 'concept-http-fetch', mdn: 'HTTP/Guides/CORS' },
  'preflight-answered': { anchor: PREFLIGHT, step: '6', mdn: 'Glossary/Preflight_request' },
  'preflight-redirect': {
    anchor: PREFLIGHT,
    step: '7',
    mdn: 'HTTP/Guides/CORS/Errors/CORSExternalRedirectNotAllowed',
  },
  'preflight-allow-origin': { anchor: CORS_CHECK, step: '1', mdn: allow('Origin') },
  'preflight-allow-credentials': { anchor: CORS_CHECK, step: '5', mdn: allow('Credentials') },
  'preflight-status': {
    anchor: PREFLIGHT,
    step: '7',
    mdn: 'HTTP/Guides/CORS/Errors/CORSPreflightDidNotSucceed',
  },
  'preflight-allow-methods-syntax': { anchor: PREFLIGHT, step: '7.3', mdn: allow('Methods') },
  'preflight-allow-headers-syntax': { anchor: PREFLIGHT, step: '7.3', mdn: allow('Headers') },
  'preflight-method': { anchor: PREFLIGHT, step: '7.5', mdn: allow('Methods') },
  'preflight-headers': { anchor: PREFLIGHT, step: '7.7', mdn: allow('Headers') },
  answered: { anchor: 'concept-http-network-fetch', mdn: 'HTTP/Guides/CORS/Errors/CORSDidNotSucceed' },
  'allow-origin': { anchor: CORS_CHECK, step: '1', mdn: allow('Origin') },
  'allow-credentials': { anchor: CORS_CHECK, step: '5', mdn: allow('Credentials') },
  'redirect-location': { anchor: 'http-redirect-fetch', mdn: 'HTTP/Guides/Redirections' },
  'exposed-headers': {
    anchor: 'concept-filtered-response-cors',
    mdn: 'HTTP/Reference/Headers/Access-Control-Expose-Headers',
  },
};

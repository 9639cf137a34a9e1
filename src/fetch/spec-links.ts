import type { CheckId, SpecLink } from './evaluation.ts';
import type { Judgement } from './step-recorder.ts';

const MAIN_FETCH = { algorithm: 'Main fetch', anchor: 'concept-main-fetch' };
const HTTP_FETCH = { algorithm: 'HTTP fetch', anchor: 'concept-http-fetch' };
const NETWORK_FETCH = { algorithm: 'HTTP-network fetch', anchor: 'concept-http-network-fetch' };
const REDIRECT_FETCH = { algorithm: 'HTTP-redirect fetch', anchor: 'concept-http-redirect-fetch' };
const PREFLIGHT_FETCH = { algorithm: 'CORS-preflight fetch', anchor: 'cors-preflight-fetch-0' };
const CORS_CHECK = { algorithm: 'CORS check', anchor: 'concept-cors-check' };
const REDIRECT_TAINT = { algorithm: 'Redirect-taint', anchor: 'concept-request-tainted-origin' };

function allow(header: string): string {
  return `HTTP/Reference/Headers/Access-Control-Allow-${header}`;
}

/** The text of the standard whose steps are named here. */
export const FETCH_STANDARD_DATE = 'Review Draft of 21 June 2026';

/** Where the standard and MDN describe each check, in the order in which a request comes to them. */
export const SPEC_LINKS: Readonly<Record<CheckId, SpecLink>> = {
  'cross-origin': { ...MAIN_FETCH, step: '12', mdn: 'Security/Same-origin_policy' },
  mode: { ...MAIN_FETCH, step: '12', mdn: 'API/Request/mode' },
  'redirect-taint': { ...REDIRECT_TAINT, step: '4', mdn: 'HTTP/Reference/Headers/Origin' },
  'preflight-need': { ...HTTP_FETCH, step: '4.1', mdn: 'Glossary/Preflight_request' },
  'preflight-answered': { ...PREFLIGHT_FETCH, step: '6', mdn: 'Glossary/Preflight_request' },
  'preflight-redirect': {
    ...PREFLIGHT_FETCH,
    step: '7',
    mdn: 'HTTP/Guides/CORS/Errors/CORSExternalRedirectNotAllowed',
  },
  'preflight-allow-origin': { ...CORS_CHECK, step: '1–4', mdn: allow('Origin') },
  'preflight-allow-credentials': { ...CORS_CHECK, step: '5–8', mdn: allow('Credentials') },
  'preflight-status': {
    ...PREFLIGHT_FETCH,
    step: '7',
    mdn: 'HTTP/Guides/CORS/Errors/CORSPreflightDidNotSucceed',
  },
  'preflight-allow-methods-syntax': { ...PREFLIGHT_FETCH, step: '7.3', mdn: allow('Methods') },
  'preflight-allow-headers-syntax': { ...PREFLIGHT_FETCH, step: '7.3', mdn: allow('Headers') },
  'preflight-method': { ...PREFLIGHT_FETCH, step: '7.5', mdn: allow('Methods') },
  'preflight-headers': { ...PREFLIGHT_FETCH, step: '7.6–7.7', mdn: allow('Headers') },
  answered: { ...NETWORK_FETCH, step: '8', mdn: 'HTTP/Guides/CORS/Errors/CORSDidNotSucceed' },
  'allow-origin': { ...CORS_CHECK, step: '1–4', mdn: allow('Origin') },
  'allow-credentials': { ...CORS_CHECK, step: '5–8', mdn: allow('Credentials') },
  'redirect-location': { ...REDIRECT_FETCH, step: '6–10', mdn: 'HTTP/Guides/Redirections' },
  'exposed-headers': {
    ...MAIN_FETCH,
    step: '14.1',
    mdn: 'HTTP/Reference/Headers/Access-Control-Expose-Headers',
  },
};

/** Where the standard and MDN describe what was judged: the very step that decided, where several make one check here. */
export function specLinkOf(judgement: Judgement): SpecLink {
  const link = SPEC_LINKS[judgement.check];
  const step = decidingStep(judgement);
  return step === null ? link : { ...link, step };
}

function decidingStep({ outcome, fault, reason }: Judgement): string | null {
  if (reason === 'credentials-not-included') return '5';
  if (outcome !== 'fail' || fault === undefined) return null;
  switch (fault.check) {
    case 'allow-origin':
    case 'preflight-allow-origin':
      return fault.problem === 'missing' ? '2' : '4';
    case 'allow-credentials':
    case 'preflight-allow-credentials':
      return '8';
    case 'redirect-location':
      return fault.problem === 'scheme' ? '6' : '9–10';
    default:
      return null;
  }
}

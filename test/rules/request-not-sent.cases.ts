import { ALLOWS_PUT_JSON, API, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the preflight allows too little',
    exchange: { ...PUT_JSON, preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'method-not-allowed',
    verdict: 'blocked',
    notes: ['request-not-sent'],
  },
  {
    name: 'in Firefox, which shows the request all the same',
    exchange: { engine: 'firefox', ...PUT_JSON, preflight: { status: 404 } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    notes: ['request-not-sent'],
  },
  {
    name: 'nobody answered the preflight',
    exchange: {
      ...PUT_JSON,
      preflight: { error: 'net::ERR_CONNECTION_REFUSED' },
      outcome: { error: 'net::ERR_CONNECTION_REFUSED' },
    },
    cause: 'connection-refused',
    verdict: 'failed',
    notes: ['request-not-sent'],
  },
  {
    name: 'behind a redirect: the first server received it',
    exchange: {
      ...PUT_JSON,
      url: `${PAGE}/items`,
      response: { status: 307 },
      redirects: [{ url: API, preflight: { status: 404 } }],
    },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    notes: ['request-not-sent'],
  },
  {
    name: 'not for a GET, which would have changed nothing',
    exchange: { headers: { 'X-Trace': '1' }, preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    notes: [],
  },
  {
    name: 'not if the preflight passed',
    exchange: { ...PUT_JSON, preflight: { headers: ALLOWS_PUT_JSON }, response: {}, outcome: 'blocked' },
    cause: 'actual-response-without-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'nobody can tell if a response was seen all the same: the preflight may be another’s',
    exchange: {
      ...PUT_JSON,
      preflight: { headers: allowing(PAGE), pairing: { confidence: 'likely', candidates: 2 } },
      response: {},
      outcome: 'blocked',
    },
    unknown: true,
    cause: 'method-not-allowed',
    verdict: 'blocked',
    notes: [],
  },
  {
    name: 'nobody can tell how the preflight ended',
    exchange: { ...PUT_JSON, preflight: { error: 'none' }, outcome: { closed: 'timeout' } },
    unknown: true,
    cause: 'closed-unseen',
    verdict: 'failed',
    notes: [],
  },
];

import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const OTHER = 'https://app.example.com';

export const cases: readonly RuleCase[] = [
  {
    name: 'the header is left out for an origin that isn’t on the list',
    exchange: { response: { headers: { Vary: 'Accept-Encoding, Origin' } }, outcome: 'blocked' },
    cause: 'refused-by-cors-layer',
    verdict: 'blocked',
    data: { mark: 'Vary: Origin' },
    says: [PAGE, 'list'],
    actions: ['add-origin-to-list'],
  },
  {
    name: 'another page’s origin was named',
    exchange: { id: 'x2', response: { headers: { Vary: 'Origin' } }, outcome: 'blocked' },
    history: [{ id: 'x1', origin: OTHER, response: { headers: allowing(OTHER) } }],
    cause: 'refused-by-cors-layer',
    verdict: 'blocked',
    data: { other: OTHER },
  },
  {
    name: 'the preflight’s other headers are there',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 204,
        headers: { 'Access-Control-Allow-Methods': 'GET', 'Access-Control-Allow-Headers': 'x-a' },
      },
    },
    cause: 'refused-by-cors-layer',
    verdict: 'blocked',
    unknown: true,
    data: { mark: 'Access-Control-Allow-Methods' },
    actions: ['add-origin-to-list', 'allow-method-and-headers'],
    next: ['method-not-allowed', 'content-type-not-allowed'],
  },
  {
    name: 'Starlette’s 400, in Firefox',
    exchange: {
      ...PUT_JSON,
      engine: 'firefox',
      preflight: { status: 400, headers: { Vary: 'Origin', 'Access-Control-Max-Age': '600' } },
    },
    cause: 'refused-by-cors-layer',
    verdict: 'blocked',
    says: ['preflight'],
  },
  {
    name: 'the preflight, though the origin is on the list',
    exchange: { ...PUT_JSON, id: 'x2', preflight: { status: 200, headers: { Vary: 'Origin' } } },
    history: [{ id: 'x1', response: { headers: allowing(PAGE) } }],
    cause: 'refused-by-cors-layer',
    verdict: 'blocked',
    data: { other: PAGE },
  },
  {
    name: 'not if the origin was allowed elsewhere',
    exchange: { id: 'x2', response: { headers: { Vary: 'Origin' } }, outcome: 'blocked' },
    history: [{ id: 'x1', url: 'https://api.example.com/users', response: { headers: allowing(PAGE) } }],
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not without any trace of CORS',
    exchange: { response: { headers: { Vary: 'Accept-Encoding' } }, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the server failed besides',
    exchange: { response: { status: 500, headers: { Vary: 'Origin' } }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
];

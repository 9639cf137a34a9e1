import { allowing, type RuleCase } from './rule-case.ts';

const SECURE = { origin: 'https://app.example.com' } as const;
const TO_HTTP = { Location: 'http://api.example.com/items/' } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'as DevTools says it',
    exchange: {
      ...SECURE,
      url: 'http://api.example.com/items',
      outcome: { error: '(blocked:mixed-content)' },
    },
    cause: 'mixed-content',
    verdict: 'failed',
    data: { to: 'http://api.example.com/items' },
    says: ['https://app.example.com', 'http://api.example.com/items'],
    actions: ['call-https'],
  },
  {
    name: 'a redirect from https to http',
    exchange: {
      ...SECURE,
      response: { status: 307, headers: allowing('https://app.example.com', TO_HTTP) },
      outcome: { error: 'net::ERR_ABORTED' },
    },
    cause: 'mixed-content',
    verdict: 'failed',
    says: ['redirects to http://api.example.com/items/'],
    actions: ['call-https', 'keep-https-in-redirects'],
  },
  {
    name: 'the same in Firefox, whose error is also that of CORS',
    exchange: {
      ...SECURE,
      engine: 'firefox',
      response: { status: 307, headers: allowing('https://app.example.com', TO_HTTP) },
      outcome: { error: 'NS_ERROR_UNEXPECTED' },
    },
    cause: 'mixed-content',
    verdict: 'unknown',
  },
  {
    name: 'the same where everyone is allowed: it says nothing of credentials',
    exchange: {
      ...SECURE,
      engine: 'firefox',
      response: { status: 307, headers: allowing('*', TO_HTTP) },
      outcome: { error: 'NS_ERROR_UNEXPECTED' },
    },
    cause: 'mixed-content',
    verdict: 'unknown',
  },
  {
    name: 'likely where no response came and the browser didn’t say why',
    exchange: { ...SECURE, url: 'http://api.example.com/items', outcome: 'blocked' },
    cause: 'mixed-content',
    verdict: 'failed',
    unknown: true,
  },
  {
    name: 'not on the way to this computer',
    exchange: { ...SECURE, url: 'http://localhost:8080/', outcome: 'blocked' },
    cause: 'local-network-access',
    verdict: 'failed',
  },
  {
    name: 'not from a page on http',
    exchange: {
      origin: 'http://app.example.com',
      response: { status: 307, headers: allowing('http://app.example.com', TO_HTTP) },
      outcome: { error: 'net::ERR_ABORTED' },
    },
    cause: 'redirect-refused',
    verdict: 'failed',
  },
  {
    name: 'not if the connection was refused, for then it was tried',
    exchange: {
      ...SECURE,
      url: 'http://api.example.com/items',
      outcome: { error: 'net::ERR_CONNECTION_REFUSED' },
    },
    cause: 'connection-refused',
    verdict: 'failed',
  },
];

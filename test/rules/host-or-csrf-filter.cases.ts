import { PUT_JSON, type RuleCase } from './rule-case.ts';

const DJANGO = { Server: 'WSGIServer/0.2 CPython/3.12.3', 'Content-Type': 'text/html' };
const SPRING = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Expires: '0',
};

export const cases: readonly RuleCase[] = [
  {
    name: 'Laravel’s own status',
    exchange: { method: 'POST', response: { status: 419 }, outcome: 'blocked' },
    cause: 'host-or-csrf-filter',
    verdict: 'blocked',
    data: { framework: 'Laravel', code: '419' },
    says: ['Laravel', '419'],
    actions: ['send-csrf-token', 'read-server-log'],
  },
  {
    name: 'Django refuses a POST without token',
    exchange: { method: 'POST', response: { status: 403, headers: DJANGO }, outcome: 'blocked' },
    cause: 'host-or-csrf-filter',
    verdict: 'blocked',
    unknown: true,
    says: ['Django', '403'],
  },
  {
    name: 'Django doesn’t know the host',
    exchange: { ...PUT_JSON, url: 'http://api.test:8000/items', preflight: { status: 400, headers: DJANGO } },
    cause: 'host-or-csrf-filter',
    verdict: 'blocked',
    unknown: true,
    data: { asked: 'OPTIONS' },
    says: ['Django', 'api.test:8000'],
    actions: ['allow-host', 'read-server-log'],
  },
  {
    name: 'Spring Security, in Firefox',
    exchange: {
      engine: 'firefox',
      method: 'POST',
      response: { status: 403, headers: SPRING },
      outcome: 'blocked',
    },
    cause: 'host-or-csrf-filter',
    verdict: 'blocked',
    unknown: true,
  },
  {
    name: 'not for a GET, which needs no token',
    exchange: { response: { status: 403, headers: SPRING }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if Spring’s CORS filter refuses',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 403, headers: { ...SPRING, Vary: 'Origin' } },
    },
    cause: 'refused-by-cors-layer',
    verdict: 'blocked',
  },
  {
    name: 'not if a firewall in front made the answer',
    exchange: {
      method: 'POST',
      response: { status: 403, headers: { ...SPRING, Server: 'cloudflare', 'cf-mitigated': 'challenge' } },
      outcome: 'blocked',
    },
    cause: 'bot-challenge',
    verdict: 'blocked',
  },
  {
    name: 'not if the CORS layer came first',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 400, headers: { ...DJANGO, 'Access-Control-Allow-Origin': '*' } },
    },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
  },
];

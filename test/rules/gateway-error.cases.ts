import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const NGINX_PAGE = { Server: 'nginx/1.25.3', 'Content-Type': 'text/html' };

export const cases: readonly RuleCase[] = [
  {
    name: 'nginx got no answer',
    exchange: { response: { status: 502, headers: NGINX_PAGE }, outcome: 'blocked' },
    cause: 'gateway-error',
    verdict: 'blocked',
    data: { code: '502', asked: 'GET', maker: 'nginx' },
    says: ['502', 'service'],
    actions: ['check-the-upstream', 'send-cors-headers-on-errors'],
  },
  {
    name: 'Cloudflare can’t connect',
    exchange: { ...PUT_JSON, preflight: { status: 522, headers: { Server: 'cloudflare' } } },
    cause: 'gateway-error',
    verdict: 'blocked',
    data: { asked: 'OPTIONS' },
    says: ['522'],
    actions: ['check-the-upstream'],
  },
  {
    name: 'after the preflight passed, in Firefox',
    exchange: {
      ...PUT_JSON,
      engine: 'firefox',
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { status: 504 },
      outcome: 'blocked',
    },
    cause: 'gateway-error',
    verdict: 'blocked',
    says: ['504'],
  },
  {
    name: 'a proxy that adds CORS headers to its preflight errors',
    exchange: { ...PUT_JSON, preflight: { status: 502, headers: ALLOWS_PUT_JSON } },
    cause: 'gateway-error',
    verdict: 'blocked',
  },
  {
    name: '503, and nothing shows who says so',
    exchange: { ...PUT_JSON, preflight: { status: 503 } },
    cause: 'gateway-error',
    verdict: 'blocked',
    unknown: true,
    says: ['503'],
  },
  {
    name: 'not for a store that is too busy',
    exchange: { response: { status: 503, headers: { Server: 'AmazonS3' } }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not for an error of the server itself',
    exchange: { response: { status: 500, headers: NGINX_PAGE }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if script can read it',
    exchange: { response: { status: 502, headers: allowing(PAGE, NGINX_PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'a status of Cloudflare’s, by nobody knows whom',
    exchange: { response: { status: 522 }, outcome: 'blocked' },
    unknown: true,
    cause: 'gateway-error',
    verdict: 'blocked',
  },
  {
    name: 'not for a service that says itself that it is overloaded',
    exchange: { response: { status: 529 }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
    says: ['529'],
  },
];

import { ALLOWS_PUT_JSON, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'authentication before CORS',
    exchange: {
      headers: { Authorization: 'Bearer x' },
      preflight: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
    },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    data: { code: '401' },
    says: ['401', 'OPTIONS'],
    actions: ['let-options-through'],
  },
  {
    name: '403 by whom the headers don’t tell',
    exchange: { ...PUT_JSON, preflight: { status: 403 } },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    unknown: true,
    says: ['403', 'forbids'],
    actions: ['allow-in-access-rule', 'read-server-log'],
  },
  {
    name: '403 of a sign-in in front',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 403, headers: { 'CF-Access-Domain': 'api.example.com', Server: 'cloudflare' } },
    },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    says: ['signed in'],
    actions: ['let-options-through'],
  },
  {
    name: 'CloudFront without OPTIONS',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 403,
        headers: { Server: 'CloudFront', 'X-Cache': 'Error from cloudfront', 'X-Amz-Cf-Id': 'a' },
      },
    },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    unknown: true,
    actions: ['allow-in-access-rule', 'read-server-log'],
  },
  {
    name: 'in Firefox',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { status: 401 } },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
  },
  {
    name: '401 with right CORS headers',
    exchange: { ...PUT_JSON, preflight: { status: 401, headers: ALLOWS_PUT_JSON } },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    says: ['401'],
  },
  {
    name: 'not if the preflight passed and the answer is 401',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { status: 401 },
      outcome: 'blocked',
    },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
];

import { ALLOWS_PUT_JSON, PUT_JSON, type RuleCase } from './rule-case.ts';

const HTML = { 'Content-Type': 'text/html; charset=UTF-8' };
const CLOUDFLARE = { Server: 'cloudflare', 'CF-Ray': '8a1b2c3d4e5f6a7b-FRA' };

export const cases: readonly RuleCase[] = [
  {
    name: 'Cloudflare’s challenge',
    exchange: {
      response: { status: 403, headers: { ...CLOUDFLARE, ...HTML, 'cf-mitigated': 'challenge' } },
      outcome: 'blocked',
    },
    cause: 'bot-challenge',
    verdict: 'blocked',
    data: { protector: 'Cloudflare', code: '403' },
    says: ['Cloudflare', '403'],
    actions: ['exempt-from-bot-protection', 'open-once'],
  },
  {
    name: 'on the preflight, which has no cookie of a solved challenge',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 403, headers: { ...CLOUDFLARE, 'cf-mitigated': 'challenge' } },
    },
    cause: 'bot-challenge',
    verdict: 'blocked',
    data: { asked: 'OPTIONS' },
    actions: ['exempt-options-from-bot-protection'],
  },
  {
    name: 'AWS WAF’s challenge, which is a success by its status',
    exchange: {
      response: { status: 202, headers: { Server: 'awselb/2.0', 'x-amzn-waf-action': 'challenge' } },
      outcome: 'blocked',
    },
    cause: 'bot-challenge',
    verdict: 'blocked',
    says: ['202'],
  },
  {
    name: 'Akamai refuses',
    exchange: { response: { status: 403, headers: { Server: 'AkamaiGHost', ...HTML } }, outcome: 'blocked' },
    cause: 'bot-challenge',
    verdict: 'blocked',
    data: { protector: 'Akamai' },
  },
  {
    name: 'Cloudflare’s firewall page, as far as it looks',
    exchange: { response: { status: 403, headers: { ...CLOUDFLARE, ...HTML } }, outcome: 'blocked' },
    cause: 'bot-challenge',
    verdict: 'blocked',
    unknown: true,
  },
  {
    name: 'not if Cloudflare passed on what the application said',
    exchange: {
      response: {
        status: 403,
        headers: { ...CLOUDFLARE, 'Content-Type': 'application/json', 'CF-Cache-Status': 'DYNAMIC' },
      },
      outcome: 'blocked',
    },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not for Cloudflare’s own rate limit',
    exchange: { response: { status: 429, headers: { ...CLOUDFLARE, ...HTML } }, outcome: 'blocked' },
    cause: 'rate-limit',
    verdict: 'blocked',
  },
  {
    name: 'not if only the preflight came through Cloudflare',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: { ...ALLOWS_PUT_JSON, ...CLOUDFLARE } },
      response: { status: 403, headers: { 'Content-Type': 'application/json' } },
      outcome: 'blocked',
    },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
];

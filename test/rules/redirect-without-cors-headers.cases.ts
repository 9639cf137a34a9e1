import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'to another origin',
    exchange: {
      response: { status: 302, headers: { Location: 'https://eu.example.com/items' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://eu.example.com/items', code: '302' },
    says: ['302'],
    actions: ['call-url-directly'],
  },
  {
    name: 'in Firefox, with the other of its two errors',
    exchange: {
      engine: 'firefox',
      response: { status: 302, headers: { Location: 'https://eu.example.com/items' } },
      outcome: { error: 'NS_ERROR_NET_ON_RECEIVING_FROM' },
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'to the same origin, which headers can repair',
    exchange: { response: { status: 307, headers: { Location: '/items/' } }, outcome: 'blocked' },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'to the same origin, after a preflight',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { status: 308, headers: { Location: '/items/' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'a POST with a custom header that turns into a GET',
    exchange: {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-A': '1' },
      preflight: {
        status: 204,
        headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'content-type, x-a' }),
      },
      response: { status: 303, headers: { Location: '/items/7' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'in Firefox',
    exchange: {
      engine: 'firefox',
      response: { status: 302, headers: { Location: 'https://eu.example.com/items' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell without a place to go to',
    unknown: true,
    exchange: { response: { status: 302 }, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    says: [PAGE],
  },
  {
    name: 'not if the redirect has the header and the final answer has none',
    exchange: {
      response: { status: 302, headers: allowing(PAGE) },
      redirects: [{ url: 'https://api.example.com/v2/items', response: {} }],
      outcome: 'blocked',
    },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'from https to http, which the page may not call',
    exchange: {
      origin: 'https://app.example.com',
      response: { status: 302, headers: { Location: 'http://api.example.com/items/' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
    actions: ['call-url-directly', 'keep-https-in-redirects'],
  },
];

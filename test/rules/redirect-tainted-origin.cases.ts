import { ALLOWS_PUT_JSON, API, allowing, allowingTwice, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the final server only knows the page',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [
        { url: 'https://eu.example.com/items', sends: 'null', response: { headers: allowing(PAGE) } },
      ],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
    data: { from: 'https://api.example.com/items' },
    says: ['Origin: null', 'eu.example.com'],
    actions: ['call-url-directly'],
  },
  {
    name: 'the final server says nothing to null',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [{ url: 'https://eu.example.com/items', sends: 'null', response: {} }],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'and fails besides',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [{ url: 'https://eu.example.com/items', sends: 'null', response: { status: 500 } }],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
    says: ['500'],
  },
  {
    name: 'on the second preflight',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { status: 307, headers: allowing(PAGE) },
      redirects: [{ url: 'https://eu.example.com/items', sends: 'null', preflight: { status: 204 } }],
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'back to the page’s own origin',
    exchange: {
      response: { status: 302, headers: allowing(PAGE) },
      redirects: [{ url: `${PAGE}/items`, sends: 'null', response: {} }],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not if the final server allows everyone',
    exchange: {
      credentials: 'omit',
      response: { status: 302, headers: allowing('*') },
      redirects: [
        { url: 'https://eu.example.com/items', sends: 'null', response: { headers: allowing('*') } },
      ],
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not from the page’s own origin',
    exchange: {
      url: `${PAGE}/items`,
      response: { status: 302 },
      redirects: [
        { url: 'https://eu.example.com/items', response: { headers: allowing('https://app.example.com') } },
      ],
      outcome: 'blocked',
    },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'only likely where the request’s headers weren’t shown',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [
        { url: 'https://eu.example.com/items', sends: false, response: { headers: allowing(PAGE) } },
      ],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
    unknown: true,
  },
  {
    name: 'no repair of the value would help',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [
        {
          url: 'https://eu.example.com/items',
          sends: 'null',
          response: { headers: allowing('a.com, b.com') },
        },
      ],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'another redirect after the one that did it',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [
        {
          url: 'https://eu.example.com/items',
          sends: 'null',
          response: { status: 302, headers: allowing('*') },
        },
        { url: 'https://eu.example.com/items/', sends: 'null', response: { headers: allowing(PAGE) } },
      ],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
    data: { from: API },
  },
  {
    name: 'everyone is allowed, but not with credentials',
    exchange: {
      credentials: 'include',
      response: { status: 302, headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' }) },
      redirects: [
        { url: 'https://eu.example.com/items', sends: 'null', response: { headers: allowing('*') } },
      ],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
    actions: ['call-url-directly', 'leave-credentials-out'],
  },
  {
    name: 'not if everyone is allowed twice',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [
        {
          url: 'https://eu.example.com/items',
          sends: 'null',
          response: { headers: allowingTwice('*', '*') },
        },
      ],
      outcome: 'blocked',
    },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
    fixable: false,
  },
];

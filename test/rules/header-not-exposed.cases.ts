import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const CREDENTIALED = allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' });

export const cases: readonly RuleCase[] = [
  {
    name: 'a count',
    exchange: {
      credentials: 'omit',
      response: { headers: allowing('*', { 'X-Total-Count': '7', 'X-Powered-By': 'Express', ETag: '"1"' }) },
    },
    cause: 'header-not-exposed',
    verdict: 'allowed',
    data: { headers: 'X-Total-Count' },
    actions: ['expose-headers'],
  },
  {
    name: 'several',
    exchange: {
      response: { headers: allowing(PAGE, { 'Content-Disposition': 'attachment', Link: '<a>; rel=next' }) },
    },
    cause: 'header-not-exposed',
    verdict: 'allowed',
    data: { headers: 'Content-Disposition, Link' },
  },
  {
    name: 'the place of what was created',
    exchange: {
      method: 'POST',
      response: { status: 201, headers: allowing(PAGE, { Location: '/items/7' }) },
    },
    cause: 'header-not-exposed',
    verdict: 'allowed',
    data: { headers: 'Location' },
  },
  {
    name: 'exposed by *, if there are no credentials',
    unknown: true,
    exchange: {
      response: { headers: { ...CREDENTIALED, 'X-Total-Count': '7', 'Access-Control-Expose-Headers': '*' } },
    },
    cause: 'header-not-exposed',
    verdict: 'allowed',
    data: { headers: 'X-Total-Count' },
    says: ['only if the request doesn’t include credentials'],
    actions: ['expose-headers'],
  },
  {
    name: 'not if there are none',
    exchange: {
      credentials: 'omit',
      response: { headers: { ...CREDENTIALED, 'X-Total-Count': '7', 'Access-Control-Expose-Headers': '*' } },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'exposed by *, with credentials',
    exchange: {
      credentials: 'include',
      response: { headers: { ...CREDENTIALED, 'X-Total-Count': '7', 'Access-Control-Expose-Headers': '*' } },
    },
    cause: 'header-not-exposed',
    verdict: 'allowed',
    says: ['doesn’t expose it'],
  },
  {
    name: 'exposed by a list that is invalid from its second item on, in Firefox',
    exchange: {
      engine: 'firefox',
      credentials: 'omit',
      response: {
        headers: allowing('*', { 'X-Total-Count': '7', 'Access-Control-Expose-Headers': '*, x total' }),
      },
    },
    cause: 'header-not-exposed',
    verdict: 'allowed',
    says: ['at most with fetch()'],
  },
  {
    name: 'exposed by such a list elsewhere',
    exchange: {
      credentials: 'omit',
      response: {
        headers: allowing('*', { 'X-Total-Count': '7', 'Access-Control-Expose-Headers': '*, x total' }),
      },
    },
    cause: 'header-not-exposed',
    verdict: 'allowed',
    says: ['doesn’t expose it'],
  },
  {
    name: 'not if it is exposed',
    exchange: {
      response: {
        headers: allowing(PAGE, { 'X-Total-Count': '7', 'Access-Control-Expose-Headers': 'x-total-count' }),
      },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not for headers that no script reads',
    exchange: { response: { headers: allowing(PAGE, { 'X-Powered-By': 'Express' }) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
];

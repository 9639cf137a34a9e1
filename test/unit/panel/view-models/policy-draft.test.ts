import { describe, expect, it } from 'vitest';
import type { AllowListPolicy } from '../../../../src/fixes/index.ts';
import { policyOfDraft, textsOf, UNTOUCHED } from '../../../../src/panel/view-models/policy-draft.ts';

const SEEN: AllowListPolicy = {
  origins: ['http://localhost:5173'],
  methods: ['PUT'],
  headers: ['content-type'],
  credentials: true,
  exposed: ['x-total-count'],
  maxAge: 7200,
  path: null,
};

describe('policyOfDraft', () => {
  it('is what was seen as long as nothing was touched, or what was touched is as it was', () => {
    expect(policyOfDraft(SEEN, UNTOUCHED)).toEqual(SEEN);
    expect(policyOfDraft(SEEN, textsOf(SEEN))).toEqual(SEEN);
  });

  it.each([
    {
      what: 'origins one a line, as copied from the address bar',
      draft: { origins: 'http://localhost:5173\nHTTPS://Shop.example/ \n\n' },
      becomes: { origins: ['http://localhost:5173', 'https://shop.example'] },
    },
    {
      what: 'an origin with a slash at its end',
      draft: { origins: 'https://shop.example/' },
      becomes: { origins: ['https://shop.example'] },
    },
    {
      what: 'what is no origin, as it was typed',
      draft: { origins: 'shop.example, https://shop.example/path' },
      becomes: { origins: ['shop.example', 'https://shop.example/path'] },
    },
    {
      what: 'names apart by whatever people type, each once, without what needs no permission',
      draft: { methods: 'GET PUT,DELETE\nPUT', headers: 'X-One, x-one  X-Two', exposed: 'ETag' },
      becomes: { methods: ['PUT', 'DELETE'], headers: ['x-one', 'x-two'], exposed: ['etag'] },
    },
    { what: 'no time', draft: { maxAge: ' ' }, becomes: { maxAge: null } },
    { what: 'a time that is none', draft: { maxAge: 'long' }, becomes: { maxAge: Number.NaN } },
    { what: 'a path', draft: { path: ' /api/ ' }, becomes: { path: '/api/' } },
    { what: 'no credentials', draft: { credentials: false }, becomes: { credentials: false } },
    {
      what: 'everybody, who never comes with credentials',
      draft: { everybody: true, credentials: true },
      becomes: { origins: '*', credentials: false },
    },
  ])('takes $what', ({ draft, becomes }) => {
    expect(policyOfDraft(SEEN, draft)).toEqual({ ...SEEN, ...becomes });
  });
});

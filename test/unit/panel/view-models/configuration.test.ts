import { describe, expect, it } from 'vitest';
import { PLATFORMS, type Policy } from '../../../../src/fixes/index.ts';
import {
  type ConfigurationChoices,
  type ConfigurationSubject,
  toConfiguration,
} from '../../../../src/panel/view-models/configuration.ts';
import { UNTOUCHED } from '../../../../src/panel/view-models/policy-draft.ts';
import type { TextPart } from '../../../../src/panel/view-models/text.ts';

const REQUEST = {
  origins: ['http://localhost:5173'],
  methods: ['PUT'],
  headers: ['x-request-id'],
  credentials: true,
  exposed: [],
  maxAge: 7200,
  path: null,
};

const SUBJECT: ConfigurationSubject = {
  target: 'https://api.example.com',
  forRequest: REQUEST,
  forTraffic: { ...REQUEST, methods: ['DELETE', 'PUT'] },
  covered: 12,
  passes: ({ methods }: Policy) => methods.includes('PUT'),
  answersAs: ['nginx', 'cloudflare'],
  topics: ['errors'],
};

const CHOICES: ConfigurationChoices = {
  platform: null,
  remembered: null,
  source: 'request',
  draft: UNTOUCHED,
};

function configuration(
  subject: Partial<ConfigurationSubject> = {},
  choices: Partial<ConfigurationChoices> = {},
) {
  const view = toConfiguration({ ...SUBJECT, ...subject }, { ...CHOICES, ...choices });
  if (view === null) throw new Error('There is nothing to configure.');
  return view;
}

const text = (parts: readonly TextPart[]) => parts.map((part) => part.text).join('');

describe('which platform it is for', () => {
  it.each([
    {
      what: 'the one that the answer shows',
      choices: {},
      id: 'nginx',
      why: 'Chosen by what the headers of the answer show.',
    },
    {
      what: 'the one that was chosen before for such answers',
      choices: { remembered: 'express' },
      id: 'express',
      why: 'You chose it for this kind of answer before.',
    },
    {
      what: 'the one that is chosen',
      choices: { remembered: 'nginx', platform: 'express' },
      id: 'express',
      why: '',
    },
    {
      what: 'none that has gone since it was chosen',
      choices: { remembered: 'netscape' },
      id: 'nginx',
      why: 'Chosen by what the headers of the answer show.',
    },
  ])('is $what', ({ choices, id, why }) => {
    expect(configuration({}, choices).platform).toMatchObject({ id, why });
  });

  it('is to be chosen where the answer shows none', () => {
    const { platform } = configuration({ answersAs: [] });
    expect(platform.why).toContain('choose yours');
    const listed = platform.families.flatMap(({ platforms }) => platforms.map(({ id }) => id));
    expect(listed.toSorted()).toEqual(PLATFORMS.map(({ id }) => id).toSorted());
  });
});

describe('what it is made for', () => {
  it('is the request, or all of the traffic', () => {
    expect(
      configuration()
        .snippets.map(({ copyText }) => copyText)
        .join(),
    ).not.toContain('DELETE');
    const all = configuration({}, { source: 'traffic' });
    expect(all.snippets.map(({ copyText }) => copyText).join()).toContain('DELETE');
    expect(all.effect).toEqual({ isGood: true, text: 'With this, 12 requests pass: the same rules say so.' });
  });

  it('is no choice where both are the same, or one is all there is', () => {
    expect(configuration().source).toBe('request');
    expect(configuration({ forTraffic: REQUEST }).source).toBeNull();
    expect(configuration({ forRequest: null, passes: null }).source).toBeNull();
    expect(toConfiguration({ ...SUBJECT, forRequest: null, forTraffic: null }, CHOICES)).toBeNull();
  });
});

describe('what the user changes', () => {
  it('is in the text, and the rules say whether the request still passes', () => {
    const wider = configuration({}, { draft: { origins: 'http://localhost:5173 https://shop.example/' } });
    expect(wider.snippets.map(({ copyText }) => copyText).join()).toContain('"https://shop.example"');
    expect(wider.effect.isGood).toBe(true);
    const less = configuration({}, { draft: { methods: '' } });
    expect(less.effect).toEqual({ isGood: false, text: 'With these changes the request stays blocked.' });
  });

  it.each([
    {
      what: 'more',
      draft: { origins: 'http://localhost:5173 https://shop.example', headers: 'x-request-id x-more' },
      isGood: true,
    },
    { what: 'fewer methods', draft: { methods: 'PUT' }, isGood: false },
    { what: 'other origins', draft: { origins: 'https://shop.example' }, isGood: false },
    { what: 'no credentials', draft: { credentials: false }, isGood: false },
    { what: 'only a part of the site', draft: { path: '/api/' }, isGood: false },
  ])('is held against all of the traffic, where it is made for that: $what', ({ draft, isGood }) => {
    const { effect } = configuration({ forRequest: null, passes: null }, { source: 'traffic', draft });
    expect(effect.isGood).toBe(isGood);
    expect(effect.text).toContain(isGood ? '12 requests pass' : 'some may stay blocked');
  });

  it('gives no text that could mean something else than it says, and a reason at its field', () => {
    const { snippets, refusal, editor } = configuration({}, { draft: { headers: 'x-a;"' } });
    expect(snippets).toEqual([]);
    expect(text(refusal)).toContain('x-a;"');
    const refused = editor.fields.filter((field) => field.refusal.length > 0).map(({ id }) => id);
    expect(refused).toEqual(['headers']);
  });

  it('is warned of beside the first line that it concerns, once', () => {
    const { snippets } = configuration({}, { draft: { everybody: true } });
    const warnings = snippets.flatMap(({ blocks }) => blocks.flatMap((block) => block.warnings.map(text)));
    expect(warnings).toEqual([expect.stringContaining('Every page on the web')]);
  });
});

it('says what goes wrong with this cause before what else does', () => {
  const { traps } = configuration();
  expect(traps.relevant.map(text).join()).toContain('Without always');
  expect(traps.others.map(text).join()).toContain('regular expression');
  expect(configuration({ topics: [] }).traps.relevant).toEqual([]);
});

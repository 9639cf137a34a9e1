import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskError, maskHeaders, maskUrl } from '../../../src/model/mask-secrets.ts';
import { countSteps } from './regexp-steps.ts';

/** What the masks look for, and what nearly is. */
const UNITS = [
  ...[
    'a',
    'A',
    '0',
    'a.',
    '-',
    '_',
    ' ',
    '\t',
    ',',
    ', a=',
    ';',
    ';a=',
    '=',
    ':',
    '&',
    '?',
    '#',
    '/',
    '//',
    '\\',
    '@',
  ],
  ...['"', "'", '<', '>', '%', '%25', '%2F', '{"', '":"', '\n', '+', '~', '['],
  ...['eyJ', 'eyJ-', 'eyJhIjoi', 'ewo', 'W3s', 'e', 'sk_live_', 'ghp_', 'xoxb-', 'AKIA', 'SG.'],
  ...[
    'bearer ',
    'basic',
    'negotiate ',
    'NTLM',
    'nonce=',
    'nonce="',
    'opaque',
    'token',
    'token=',
    '"token":',
    'x-',
  ],
  ...[
    'code=',
    '?code=',
    'state',
    'http://',
    'http',
    '://',
    'url=',
    'expires=',
    'path=/',
    'masked-1',
    '[masked: ',
  ],
];

/** One of each kind of header that is looked at in a way of its own, and whatever else is masked. */
const MASKS: Readonly<Record<string, (text: string) => unknown>> = {
  ...Object.fromEntries(
    [
      ...['X-Context', 'Set-Cookie', 'Cookie', 'Location', 'Link', 'Refresh', 'X-Api-Key', 'Authorization'],
      ...['WWW-Authenticate', 'Content-Security-Policy', 'Access-Control-Allow-Origin'],
    ].map((name) => [name, (text: string) => maskHeaders([[name, text]])]),
  ),
  name: (text) => maskHeaders([[text, 'x']]),
  URL: (text) => maskUrl(`https://a.example/${text}`),
  error: maskError,
};

const LENGTH = 1_000;

/** 64 kB of that is a matter of milliseconds. What goes back once for each place would take 500 for this length. */
const STEPS_PER_CHARACTER = 300;

describe('what masking costs', () => {
  it.each(Object.entries(MASKS))('is in proportion to the text, however it repeats itself: %s', (_, mask) => {
    const unit = fc.constantFrom(...UNITS);
    const pumped = fc.array(unit, { minLength: 1, maxLength: 3 }).map((units) => units.join(''));
    fc.assert(
      fc.property(unit, pumped, unit, (before, pump, after) => {
        const text = before + pump.repeat(LENGTH / pump.length) + after;
        expect(countSteps(() => mask(text)) / text.length).toBeLessThan(STEPS_PER_CHARACTER);
      }),
      { numRuns: 300 },
    );
  });
});

describe('counting', () => {
  it.each([
    ['once for each place', /a+b/, 3],
    ['for each way', /(?:a|a)*b/, 100],
  ])('sees what goes back, %s', (_, regexp, least) => {
    const stepsFor = (length: number): number => countSteps(() => regexp.test('a'.repeat(length)));
    expect(stepsFor(16) / stepsFor(8)).toBeGreaterThan(least);
  });
});

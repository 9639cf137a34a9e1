import { describe, expect, it } from 'vitest';
import { type PreflightsVM, toPreflights } from '../../../../src/panel/view-models/preflights.ts';
import type { TextPart } from '../../../../src/panel/view-models/text.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange, type ExchangeDescription, STARTED_AT } from '../../../rules/exchange-builder.ts';

function preflightsOf(description: ExchangeDescription, earlier?: ExchangeDescription): PreflightsVM | null {
  const exchange = anExchange(description);
  const others = earlier === undefined ? [] : [anExchange({ ...earlier, id: 'earlier' })];
  return toPreflights(exchange, diagnose(exchange, { ofTarget: () => others }));
}

const text = (parts: readonly TextPart[]) => parts.map((part) => part.text).join('');

describe('the heading', () => {
  it.each<{ name: ExchangeName; heading: string; aside: string }>([
    { name: 'headersNotAllowed', heading: 'Why a preflight', aside: 'PUT, content-type, x-api-key, x-trace' },
    { name: 'allowed', heading: 'Why no preflight', aside: 'not needed' },
    { name: 'savedAgain', heading: 'Why no preflight', aside: 'the browser had an answer' },
  ])('$name: $heading, $aside', ({ name, ...expected }) => {
    expect(preflightsOf(DESCRIPTIONS[name])).toMatchObject(expected);
  });

  it.each<ExchangeName>(['opaque'])('there is none for %s', (name) => {
    expect(preflightsOf(DESCRIPTIONS[name])).toBeNull();
  });

  it('stands over one sentence where no hop needed a preflight', () => {
    expect(preflightsOf(DESCRIPTIONS.redirected)?.hops).toHaveLength(1);
  });

  it('is that of the hop that tells most', () => {
    const redirects = [{ ...DESCRIPTIONS.saved, headers: {} }];
    const preflights = preflightsOf({
      response: { headers: { 'Access-Control-Allow-Origin': '*' } },
      redirects,
    });
    expect(preflights).toMatchObject({ heading: 'Why a preflight', aside: 'PUT' });
    expect(preflights?.hops.map(({ hop }) => hop)).toEqual(['', 'Redirect 1']);
  });
});

describe('what is said', () => {
  it('of a preflight: why, what would avoid it, how long it counts', () => {
    const [hop] = preflightsOf(DESCRIPTIONS.saved)?.hops ?? [];
    expect(hop?.reasons.map(({ why }) => text(why))).toEqual([
      'PUT isn’t a CORS-safelisted method; those are GET, HEAD and POST.',
      'Content-Type: application/json isn’t one that a plain form can send.',
    ]);
    expect(hop?.reasons.every(({ avoid }) => avoid.length > 0)).toBe(true);
    expect(hop?.caching.map(text)).toEqual([
      'With Access-Control-Max-Age: 600 this browser keeps the answer for 600 s. The most that counts is 7200 s in Chromium, 86400 s in Firefox and 600 s in Safari.',
      '* in Access-Control-Allow-Methods defeats that in Firefox, which then asks before every request. List PUT by name.',
    ]);
  });

  it('only once of hops that needed one for the same reason', () => {
    const hops = preflightsOf(DESCRIPTIONS.failsElsewhere)?.hops ?? [];
    expect(hops.map(({ reasons, caching }) => [reasons.length, caching.length])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(hops.map(({ cost }) => cost)).toEqual(Array(2).fill('It took 30 ms, of 200 ms in all.'));
  });

  it('of an answer that was kept: whose, since when and until when, and nothing to avoid', () => {
    const [hop] = preflightsOf(DESCRIPTIONS.savedAgain, DESCRIPTIONS.saved)?.hops ?? [];
    const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
    expect(hop?.keptAnswers.map((each) => [text(each.text), each.when])).toEqual([
      [
        'The answer is that to the preflight of PUT https://api.example.com/v1/drafts/9.',
        `It came at ${clock.format(STARTED_AT + 80)} and is kept until ${clock.format(STARTED_AT + 600_080)}.`,
      ],
    ]);
    expect(hop?.reasons.map(({ avoid }) => avoid)).toEqual([[], []]);
  });

  it('names the day of an answer that counts longer than today', () => {
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Max-Age': '86400',
    };
    const put: ExchangeDescription = { method: 'PUT', engine: 'firefox', response: { headers } };
    const preflights = preflightsOf(
      { ...put, startedAt: STARTED_AT + 1000 },
      { ...put, preflight: { status: 204, headers } },
    );
    const [kept] = preflights?.hops[0]?.keptAnswers ?? [];
    const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
    expect(kept?.when).toContain(`kept until ${clock.format(STARTED_AT + 86_400_080)}.`);
  });

  it('cuts what a page or server wrote into a value', () => {
    const [hop] =
      preflightsOf({
        method: 'POST',
        headers: { 'Content-Type': `a/${'b'.repeat(5000)}` },
        preflight: {},
        response: {},
      })?.hops ?? [];
    expect(Math.max(...(hop?.reasons ?? []).map(({ why }) => text(why).length))).toBeLessThan(200);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message, PreflightExplanation } from '../../../../src/rules/diagnosis.ts';
import { diagnose, renderMessage } from '../../../../src/rules/index.ts';
import { PREFLIGHT_WORDS } from '../../../../src/rules/preflight/preflight-words.ts';
import { placeholdersOf, templateOf } from '../../../../src/rules/render-message.ts';
import { hostileExchange, plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { anExchange, STARTED_AT } from '../../../rules/exchange-builder.ts';
import { PREFLIGHT_CASES, type PreflightCase } from './preflight-cases.ts';

function explanationOf({ exchange, history = [] }: PreflightCase): PreflightExplanation {
  const others = history.map((each) => anExchange(each));
  const [explanation] = diagnose(anExchange(exchange), { ofTarget: () => others }).preflights.toReversed();
  if (explanation === undefined) throw new Error('Nothing is explained.');
  return explanation;
}

function messagesOf({ summary, reasons, caching, keptAnswers }: PreflightExplanation): readonly Message[] {
  return [
    summary,
    ...reasons.flatMap(({ why, avoid }) => [why, avoid]),
    ...caching,
    ...keptAnswers.map(({ message }) => message),
  ];
}

/** Chromium shows a request once it was sent, so with a preflight or an answer, it is told whether it needed one. */
const hidden: PreflightExplanation[] = diagnose({
  ...anExchange({ method: 'POST', outcome: 'blocked' }),
  hops: [{ url: 'https://api.example.com/items', method: 'POST', startedAt: STARTED_AT }],
}).preflights.slice();

const explained = [...PREFLIGHT_CASES.map(explanationOf), ...hidden];

describe('why there was a preflight, or why there was none:', () => {
  it.each(PREFLIGHT_CASES.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const { state, summary, reasons, caching, keptAnswers } = explanationOf(each);
    expect({
      state,
      summary: summary.key,
      why: reasons.map(({ why }) => renderMessage(why)),
      avoid: reasons.map(({ avoid }) => avoid.key),
      caching: caching.map(({ key }) => key),
      kept: keptAnswers.map(({ exchange, until }) => [exchange, (until - STARTED_AT) / 1000]),
    }).toEqual({
      state: each.state,
      summary: each.summary,
      why: each.why ?? [],
      avoid: each.avoid ?? [],
      caching: each.caching ?? [],
      kept: each.kept ?? [],
    });
  });

  it('a request that the browser doesn’t show', () => {
    expect(hidden.map(({ state, summary }) => [state, summary.key])).toEqual([
      ['unknown', 'unknown-request'],
    ]);
  });

  it.each([
    ['another mode', { mode: 'no-cors', response: {} }],
    ['the page’s own origin', { url: 'http://localhost:5173/items', response: {} }],
  ] as const)('nothing for %s', (_what, description) => {
    expect(diagnose(anExchange(description)).preflights).toEqual([]);
  });

  it('names the answers by method, URL and time', () => {
    const kept = PREFLIGHT_CASES.find(({ name }) => name === 'an answer that was kept');
    const [answer] = kept === undefined ? [] : explanationOf(kept).keptAnswers;
    expect(answer?.from).toBe(STARTED_AT + 80);
    expect(answer && renderMessage(answer.message)).toBe(
      'The answer is that to the preflight of PUT https://api.example.com/items.',
    );
  });

  it('an opaque origin has nothing in common with that of another document', () => {
    const put = {
      method: 'PUT',
      origin: 'null',
      response: { headers: { 'Access-Control-Allow-Origin': '*' } },
    };
    const answer = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Max-Age': '600',
    };
    const first = anExchange({ ...put, id: 'first', preflight: { status: 204, headers: answer } });
    const later = anExchange({ ...put, id: 'later', startedAt: STARTED_AT + 1000 });
    const summaries = [later, { ...later, documentId: 'document-2' }].map(
      (each) => diagnose(each, { ofTarget: () => [first] }).preflights[0]?.summary.key,
    );
    expect(summaries).toEqual(['kept', 'kept-unrecorded']);
  });
});

describe('the words about preflights', () => {
  const messages = explained.flatMap(messagesOf);

  it('are all used by some case', () => {
    const used = new Set(messages.map(({ key }) => key));
    expect(Object.keys(PREFLIGHT_WORDS).filter((key) => !used.has(key))).toEqual([]);
  });

  it('get all of their values, and no others', () => {
    for (const message of messages) {
      const wanted = [...placeholdersOf(templateOf(message))].sort();
      expect(Object.keys(message.data).sort(), message.key).toEqual(wanted);
    }
  });

  it.each(Object.entries(PREFLIGHT_WORDS))(
    '%s has closed code spans and no typewriter apostrophes',
    (_key, template) => {
      expect(template.split('`').length % 2).toBe(1);
      const running = template.split('`').filter((_, index) => index % 2 === 0);
      expect(running.join('…')).not.toMatch(/'|\.\.\.| {2}/);
    },
  );
});

describe('of any exchanges', () => {
  const put = fc
    .record({
      id: fc.uuid(),
      engine: fc.constantFrom('chromium', 'firefox'),
      method: fc.constantFrom('PUT', 'DELETE'),
      startedAt: fc.integer({ min: 0, max: 20_000 }).map((after) => STARTED_AT + after),
      maxAge: fc.constantFrom('1', '5', '600', 'x'),
      isPreflighted: fc.boolean(),
    })
    .map(({ maxAge, isPreflighted, ...rest }) => {
      const headers = {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Max-Age': maxAge,
      };
      const preflight = isPreflighted ? { preflight: { status: 204, headers } } : {};
      return anExchange({ ...rest, ...preflight, response: { headers } });
    });
  const any = fc.oneof(put, plausibleExchange, hostileExchange);

  it('each explanation has words, and no answer counts that came later or has expired', () => {
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 6 }), (exchange, others) => {
        for (const explanation of diagnose(exchange, { ofTarget: () => others }).preflights) {
          const at = exchange.hops[explanation.hop]?.startedAt ?? Number.NaN;
          for (const { exchange: id, from, until } of explanation.keptAnswers) {
            expect(from <= at && at < until).toBe(true);
            expect(others.map((other) => other.id)).toContain(id);
          }
          for (const message of messagesOf(explanation)) {
            expect(Object.keys(PREFLIGHT_WORDS)).toContain(message.key);
          }
        }
      }),
    );
  });

  it('without a history, no answer is named', () => {
    fc.assert(
      fc.property(any, (exchange) => {
        const named = diagnose(exchange).preflights.flatMap(({ keptAnswers }) => keptAnswers);
        expect(named.every((answer) => answer.exchange === exchange.id)).toBe(true);
      }),
    );
  });
});

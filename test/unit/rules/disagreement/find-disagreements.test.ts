import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECISION_DIFFERENCES } from '../../../../src/fetch/engine-decisions.ts';
import { PREFLIGHT_CACHE_DIFFERENCES } from '../../../../src/fetch/engine-preflight-cache.ts';
import type { EngineDecisions, PreflightCacheProfile } from '../../../../src/fetch/engine-profile.ts';
import { ENGINES } from '../../../../src/fetch/engines.ts';
import { predict } from '../../../../src/fetch/predict.ts';
import type { Engine } from '../../../../src/model/exchange.ts';
import { diagnose, renderMessage } from '../../../../src/rules/index.ts';
import { hostileExchange, plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import {
  DECISION_CASES,
  type DecisionCase,
  EARLIER,
  REPORT_CASES,
  type ReportCase,
} from './difference-cases.ts';

type DecisionId = keyof EngineDecisions;

const cacheIds = Object.keys(PREFLIGHT_CACHE_DIFFERENCES) as (keyof PreflightCacheProfile)[];

const decisionCases = Object.entries(DECISION_CASES).filter((entry): entry is [DecisionId, DecisionCase] =>
  isDecisionCase(entry[1]),
);

const lookCases = [...Object.entries(DECISION_CASES), ...Object.entries(REPORT_CASES)].flatMap(
  ([id, each]) => (isLookCase(each) ? [[id, each] as const] : []),
);

type Case = (typeof DECISION_CASES)[DecisionId];

function isDecisionCase(each: Case): each is DecisionCase {
  return typeof each !== 'string' && 'verdicts' in each;
}

function isLookCase(each: Case): each is ReportCase {
  return typeof each !== 'string' && 'look' in each;
}

describe('engines decide differently because of', () => {
  it.each(decisionCases)('%s', (id, { exchange, verdicts, otherwise, headline }) => {
    const { browsers, disagreements } = diagnose(anExchange(exchange));
    expect(Object.fromEntries(browsers.map(({ engine, verdict }) => [engine, verdict]))).toEqual(verdicts);
    expect(Object.fromEntries(disagreements.map(({ engine, outcome }) => [engine, outcome]))).toEqual(
      otherwise,
    );
    for (const { because } of disagreements) expect(because).toEqual([id]);
    expect(disagreements.map((each) => renderMessage(each.headline))).toContain(headline);
  });

  it.each(decisionCases)('%s, and without it they agree', (id, { exchange: description }) => {
    const exchange = anExchange(description);
    const { disagreements, evaluation } = diagnose(exchange);
    const here = ENGINES[exchange.observedIn.engine];
    expect(disagreements.length).toBeGreaterThan(0);
    for (const { engine } of disagreements) {
      const there = predict(exchange, ENGINES[engine], evaluation).verdict;
      const alike = predict(exchange, { ...ENGINES[engine], [id]: here[id] }, evaluation).verdict;
      expect(alike).not.toBe(there);
    }
  });
});

describe('engines report or show differently because of', () => {
  const cases = lookCases.flatMap(([id, each]) =>
    Object.entries(each.seen).map(([engine, seen]) => [id, engine as Engine, each, seen] as const),
  );

  it.each(cases)('%s: %s', (_id, engine, { exchange, look }, seen) => {
    const history = { ofTarget: () => [anExchange({ ...EARLIER, engine })] };
    expect(look(diagnose(anExchange({ ...exchange, engine }), history))).toBe(seen);
  });

  it.each(lookCases)('%s', (_id, { seen }) => {
    expect(new Set(Object.values(seen)).size).toBeGreaterThan(1);
  });
});

describe('only when a preflight is sent again, never what comes of an exchange, hangs on', () => {
  it.each(cacheIds)('%s', (id) => {
    for (const [, { exchange: description }] of decisionCases) {
      const exchange = anExchange(description);
      const { evaluation } = diagnose(exchange);
      for (const profile of Object.values(ENGINES)) {
        for (const { preflightCache } of Object.values(ENGINES)) {
          const other = {
            ...profile,
            preflightCache: { ...profile.preflightCache, [id]: preflightCache[id] },
          };
          expect(predict(exchange, other, evaluation)).toEqual(predict(exchange, profile, evaluation));
        }
      }
    }
  });
});

describe('the words', () => {
  it('say who does it, in the order of the table’s sentence', () => {
    const { disagreements } = diagnose(anExchange(caseOf('preflightOriginWhenTainted').exchange));
    expect(disagreements[0]?.reasons.map((message) => renderMessage(message))).toEqual([
      'After a redirect across origins, Firefox sends the page’s real origin on the next preflight; Chrome sends null.',
    ]);
  });

  it('say of Safari that it is not measured, and only probable', () => {
    const { disagreements } = diagnose(anExchange(caseOf('followsEmptyLocation').exchange));
    const safari = disagreements.find(({ engine }) => engine === 'webkit');
    expect(safari?.basis).toBe('source');
    expect(safari && [safari.headline, ...safari.reasons].map((message) => renderMessage(message))).toEqual([
      'Passes in Chrome, probably fails in Safari.',
      'Chrome hands a redirect with an empty Location to the page; Safari follows it to the same URL, again and again.',
      'By WebKit’s source and the standard, not measured.',
    ]);
  });

  it('say what was never exchanged', () => {
    const { disagreements } = diagnose(anExchange(caseOf('extraSafelistedRequestHeaders').exchange));
    expect(disagreements[0]?.reasons.map((message) => renderMessage(message))).toContain(
      'What the server answers to that preflight isn’t recorded.',
    );
  });

  it.each(Object.entries(DECISION_DIFFERENCES))('of %s name both sides', (_id, { about }) => {
    expect(about).toContain('{odd}');
    expect(about).toContain('{other}');
    expect(about.split('`').length % 2).toBe(1);
    expect(about.replace(/`[^`]*`/g, '…')).not.toMatch(/'|\.\.\.| {2}/);
  });
});

describe('whatever was exchanged', () => {
  it.each([
    ['plausible', plausibleExchange],
    ['hostile', hostileExchange],
  ])('each claim is proven, %s', (_kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (exchange) => {
        const { disagreements, evaluation } = diagnose(exchange);
        const here = ENGINES[exchange.observedIn.engine];
        for (const { engine, because } of disagreements) {
          expect(because.length).toBeGreaterThan(0);
          const there = ENGINES[engine];
          const alike = { ...there, ...Object.fromEntries(because.map((id) => [id, here[id]])) };
          const { verdict } = predict(exchange, there, evaluation);
          expect(verdict === evaluation.verdict).toBe(false);
          expect(predict(exchange, alike, evaluation).verdict).not.toBe(verdict);
        }
      }),
    );
  });
});

describe('engines agree', () => {
  it('where only the connection failed', () => {
    const refused = anExchange({ outcome: { error: 'net::ERR_CONNECTION_REFUSED' } });
    expect(diagnose(refused).disagreements).toEqual([]);
  });

  it('as long as the credentials mode decides and isn’t known', () => {
    const open = anExchange({
      engine: 'firefox',
      response: { headers: { 'Access-Control-Allow-Origin': '*' } },
    });
    expect(diagnose(open).verdict).toBe('unknown');
    expect(diagnose(open).disagreements).toEqual([]);
  });

  it('while it runs', () => {
    expect(diagnose(anExchange({ outcome: 'pending' })).disagreements).toEqual([]);
  });
});

function caseOf(id: DecisionId): DecisionCase {
  const found = DECISION_CASES[id];
  if (!isDecisionCase(found)) throw new Error(`${id} decides no verdict`);
  return found;
}

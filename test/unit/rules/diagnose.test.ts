import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/fixes/index.ts';
import { isEmptyFix } from '../../../src/model/fix.ts';
import type { Diagnosis, Message } from '../../../src/rules/diagnosis.ts';
import { FaultContext } from '../../../src/rules/fault-context.ts';
import { diagnose, NO_HISTORY, renderParts } from '../../../src/rules/index.ts';
import { RANKING } from '../../../src/rules/ranking.ts';
import { hostileExchange, plausibleExchange } from '../../rules/arbitrary-exchange.ts';
import { anExchange, PAGE } from '../../rules/exchange-builder.ts';
import { lesserFixes } from '../../rules/lesser-fixes.ts';

const RUNS = { numRuns: 1000 };
/** In milliseconds. Thousands of diagnoses, and the machine may be busy with other tests. */
const TIME_LIMIT = 60_000;

describe('diagnose', () => {
  it(
    'has words for every exchange, and never throws',
    () => {
      fc.assert(
        fc.property(fc.oneof(plausibleExchange, hostileExchange), (exchange) => {
          const diagnosis = diagnose(exchange);
          expect(diagnosis.cause).toBe(diagnosis.findings[0] ?? null);
          expect(diagnosis.cause ?? diagnosis.lead).toBe(diagnosis.lead);
          if (diagnosis.verdict === 'blocked' || diagnosis.verdict === 'failed') {
            expect([null, diagnosis.lead]).toContain(diagnosis.cause);
          }
          for (const message of messagesOf(diagnosis)) {
            const text = renderParts(message).map((part) => part.text);
            expect(text.join('')).not.toBe('');
            expect(text.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
          }
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );

  it(
    'asks no rule in vain: none explains a fault that it doesn’t announce',
    () => {
      fc.assert(
        fc.property(plausibleExchange, (exchange) => {
          const { evaluation } = diagnose(exchange);
          for (const fault of [evaluation.fault, ...evaluation.faults]) {
            const context = new FaultContext({ exchange, evaluation, history: NO_HISTORY }, fault);
            for (const rule of RANKING) {
              if (rule.find(context) === null) continue;
              expect(rule.explains, rule.id).toContain(fault?.check ?? 'no-fault');
            }
          }
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );

  it('reads the same however it is read: in parts, twice or as JSON', () => {
    fc.assert(
      fc.property(plausibleExchange, (exchange) => {
        const diagnosis = diagnose(exchange);
        const { browsers, fix, evaluation, findings } = diagnosis;
        expect(diagnosis.browsers).toBe(browsers);
        expect(diagnosis.fix).toBe(fix);
        expect(diagnosis.evaluation.steps).toBe(evaluation.steps);
        const json = JSON.parse(JSON.stringify(diagnose(exchange)));
        expect(json).toMatchObject({ browsers, fix, findings });
        expect(json.evaluation.steps).toEqual(evaluation.steps);
        expect(json).toEqual(JSON.parse(JSON.stringify(diagnosis)));
      }),
      { numRuns: 200 },
    );
  });

  it('explains every failed check with a rule of its own, not with the last resort', () => {
    fc.assert(
      fc.property(plausibleExchange, (exchange) => {
        const { evaluation, findings } = diagnose(exchange);
        if (evaluation.fault === null) return;
        expect(findings.map(({ rule }) => rule)).not.toContain('blocked-unexplained');
      }),
      RUNS,
    );
  });

  it('never names a rule twice', () => {
    fc.assert(
      fc.property(plausibleExchange, (exchange) => {
        const rules = diagnose(exchange).findings.map(({ rule }) => rule);
        expect(new Set(rules).size).toBe(rules.length);
      }),
      RUNS,
    );
  });

  it('passes over a rule that throws', () => {
    const exchange = anExchange({ response: {}, outcome: 'blocked' });
    const history = {
      ofTarget: () => {
        throw new Error('no history today');
      },
    };
    expect(diagnose(exchange, history).lead.rule).toBe('blocked-unexplained');
  });
});

describe('the fix', () => {
  it('makes a blocked exchange pass wherever it changes anything, and not with less', () => {
    fc.assert(
      fc.property(fc.oneof(plausibleExchange, hostileExchange), (exchange) => {
        const { fix, verdict } = diagnose(exchange);
        if (isEmptyFix(fix)) return;
        expect(verdict).toBe('blocked');
        const after = diagnose(applyFix(exchange, fix));
        expect(after.verdict).toBe('allowed');
        expect(after.fix.changes).toEqual([]);
        for (const lesser of lesserFixes(fix)) {
          expect(diagnose(applyFix(exchange, lesser)).verdict).toBe('blocked');
        }
      }),
      RUNS,
    );
  });

  it('never allows null or any origin, method or header, nor credentials that nobody sends', () => {
    fc.assert(
      fc.property(plausibleExchange, (exchange) => {
        const { fix, evaluation } = diagnose(exchange);
        for (const { name, value } of fix.changes) {
          if (name === 'Access-Control-Allow-Origin') expect(value).toBe(exchange.initiator);
          if (name === 'Access-Control-Allow-Credentials')
            expect(evaluation.credentials.value).toBe('include');
          if (name !== 'Vary') expect(value?.split(/,\s*/) ?? []).not.toContain('*');
          expect(value).not.toBe('null');
        }
      }),
      RUNS,
    );
  });

  it('changes each header of each answer once, and names the lines that are there', () => {
    fc.assert(
      fc.property(plausibleExchange, (exchange) => {
        const { changes } = diagnose(exchange).fix;
        const keys = changes.map(({ hop, on, name }) => `${hop} ${on} ${name}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { hop, on, name, before, assumed } of changes) {
          const each = exchange.hops[hop];
          const answer = on === 'preflight' ? each?.preflight?.response : each?.response;
          expect(assumed).toBe(answer === undefined);
          const lines = (answer?.headers ?? []).filter(
            ([given]) => given.toLowerCase() === name.toLowerCase(),
          );
          expect(before).toEqual(lines.map(([, value]) => value));
        }
      }),
      RUNS,
    );
  });

  it('says what to add if the credentials mode could not be found out', () => {
    const unsure = diagnose(anExchange({ engine: 'firefox', response: {}, outcome: 'blocked' }));
    expect(unsure.fix.actions.at(-1)?.id).toBe('allow-credentials-if-sent');
    const sure = diagnose(anExchange({ credentials: 'omit', response: {}, outcome: 'blocked' }));
    expect(sure.fix.actions.map(({ id }) => id)).toEqual(['use-own-server']);
  });

  it('is empty where there is nothing to repair', () => {
    const { fix } = diagnose(anExchange({ response: { headers: { 'Access-Control-Allow-Origin': PAGE } } }));
    expect(fix).toEqual({ changes: [], statuses: [], requests: [], actions: [] });
  });
});

describe('the last resort', () => {
  it('stands at the end, and has a true sentence for any check', () => {
    const last = RANKING.at(-1);
    const exchange = anExchange({ response: {}, outcome: 'blocked' });
    const { evaluation } = diagnose(exchange);
    const context = new FaultContext({ exchange, evaluation, history: NO_HISTORY }, evaluation.fault);
    const found = last?.find(context);
    const common = { host: 'api.example.com', origin: PAGE };
    const data = { ...common, ...found?.data };
    const text = renderParts({ rule: last?.id ?? '', key: 'headline', data });
    expect(text.map((part) => part.text).join('')).toBe(
      `The browser kept the response of api.example.com from ${PAGE}: the check “allow-origin” failed.`,
    );
  });
});

function messagesOf({ lead, findings, notes, fix }: Diagnosis): readonly Message[] {
  const words = [lead, ...findings, ...notes].flatMap(({ title, headline, explanation, evidence }) => [
    title,
    headline,
    explanation,
    evidence,
  ]);
  const actions = fix.actions.map(({ id, data }) => ({ rule: lead.rule, key: `action-${id}`, data }));
  return [...words, ...actions];
}

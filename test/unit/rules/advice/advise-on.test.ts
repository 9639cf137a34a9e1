import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { evaluate } from '../../../../src/fetch/evaluate.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { originOf } from '../../../../src/model/origin.ts';
import type { Advice, EvaluatedExchange } from '../../../../src/rules/advice/advice.ts';
import { ADVICE } from '../../../../src/rules/advice/index.ts';
import { adviseOn, renderMessage } from '../../../../src/rules/index.ts';
import { PARTNER, STRANGER, trusted } from '../../../advice/origins.ts';
import { aTraffic, times } from '../../../advice/traffic-builder.ts';
import { hostileExchange, plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { allowing, PAGE } from '../../../rules/rule-case.ts';

// Thousands of evaluations, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const WEIGHTS = ['high', 'medium', 'low', 'info'];

const traffic = fc
  .array(fc.oneof({ weight: 4, arbitrary: plausibleExchange }, hostileExchange), { maxLength: 12 })
  .map((exchanges): readonly EvaluatedExchange[] =>
    exchanges.map((each, index) => evaluated({ ...each, id: `x${index}` })),
  );

describe('advice', () => {
  it('comes with words for whatever was recorded, and never throws', () => {
    fc.assert(
      fc.property(traffic, (recorded) => {
        const ids = new Set(recorded.map(({ exchange }) => exchange.id));
        for (const { title, headline, explanation, evidence, exchanges, target } of adviseOn(recorded)) {
          for (const message of [title, headline, explanation, evidence]) {
            expect(renderMessage(message)).not.toBe('');
            expect(renderMessage(message)).not.toMatch(/[\u0000-\u001f\u202e]/);
          }
          expect(exchanges.length).toBeGreaterThan(0);
          expect(new Set(exchanges).size).toBe(exchanges.length);
          expect(exchanges.filter((id) => !ids.has(id))).toEqual([]);
          expect(headline.data['count']).toBe(String(exchanges.length));
          expect(target).toBe(originOf(target));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is given once for each server', () => {
    fc.assert(
      fc.property(traffic, (recorded) => {
        const lines = adviseOn(recorded).map(lineOf);
        expect(new Set(lines).size).toBe(lines.length);
      }),
    );
  });

  it('doesn’t grow with more of the same', () => {
    fc.assert(
      fc.property(traffic, (recorded) => {
        const again = recorded.map(({ exchange }) => evaluated({ ...exchange, id: `${exchange.id}-again` }));
        // What costs time weighs more the more often it happens, so of that only the security of it is compared.
        expect(secured(adviseOn([...recorded, ...again]))).toEqual(secured(adviseOn(recorded)));
      }),
    );
  });

  it('of one server doesn’t hang on what others did, nor on when', () => {
    fc.assert(
      fc.property(traffic, (recorded) => {
        for (const target of new Set(recorded.map(targetOf))) {
          const own = recorded.filter((each) => targetOf(each) === target);
          const others = recorded.filter((each) => targetOf(each) !== target);
          const expected = adviseOn(own);
          const told = (all: readonly Advice[]) => all.filter((each) => each.target === target);
          expect(told(adviseOn([...own, ...others]))).toEqual(expected);
          expect(told(adviseOn([...others, ...own]))).toEqual(expected);
        }
      }),
    );
  });

  it('begins with what weighs most, then goes by server, then by rule', () => {
    fc.assert(
      fc.property(traffic, (recorded) => {
        const places = adviseOn(recorded).map(({ severity, target, rule }) => {
          const order = ADVICE.findIndex(({ id }) => id === rule);
          return `${WEIGHTS.indexOf(severity)} ${target}\u0000${String(order).padStart(3, '0')}`;
        });
        expect(places).toEqual(places.toSorted());
      }),
    );
  });

  it('passes over a rule that throws', () => {
    const recorded = aTraffic([trusted(PARTNER), trusted(STRANGER)]);
    const broken = recorded.map(({ exchange, evaluation }) => ({
      exchange,
      evaluation: {
        ...evaluation,
        get readable(): never {
          throw new Error('not today');
        },
      },
    }));
    const rules = adviseOn(recorded).map(({ rule }) => rule);
    expect(rules).toContain('reflected-origin-with-credentials');
    expect(adviseOn(broken).map(({ rule }) => rule)).toEqual(rules);
  });

  it('is about the server that a request ends at', () => {
    const elsewhere = 'https://cdn.example.net/a.json';
    const [only] = adviseOn(
      aTraffic([
        {
          credentials: 'omit',
          response: { headers: allowing('*') },
          redirects: [{ url: elsewhere, sends: 'null', response: { headers: allowing('*') } }],
        },
      ]),
    ).filter(({ rule }) => rule === 'wildcard-is-fine');
    expect(only?.target).toBe('https://cdn.example.net');
  });

  it('says nothing of what has no server, of requests without CORS, and of those to the page’s own origin', () => {
    expect(adviseOn([])).toEqual([]);
    const star = { credentials: 'omit', response: { headers: allowing('*') } } as const;
    expect(
      adviseOn(
        aTraffic([
          { ...star, url: 'data:,x' },
          { ...star, mode: 'no-cors', type: 'image' },
          { ...star, url: `${PAGE}/x` },
        ]),
      ),
    ).toEqual([]);
  });

  it('counts what shows it, not its answers', () => {
    const [only] = adviseOn(aTraffic(times(3, trusted('null')))).filter(
      ({ rule }) => rule === 'null-origin-allowed',
    );
    expect(only?.exchanges).toEqual(['x1', 'x2', 'x3']);
    expect(only?.headline.data['count']).toBe('3');
  });
});

function evaluated(exchange: Exchange): EvaluatedExchange {
  return { exchange, evaluation: evaluate(exchange) };
}

function targetOf({ exchange: { hops } }: EvaluatedExchange): string {
  return originOf((hops.at(-1) ?? hops[0]).url);
}

function lineOf({ rule, target }: Advice): string {
  return `${rule} ${target}`;
}

function secured(all: readonly Advice[]): readonly string[] {
  return all.filter(({ topic }) => topic !== 'speed').map(lineOf);
}

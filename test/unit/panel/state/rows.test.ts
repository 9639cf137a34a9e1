import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { byStart } from '../../../../src/panel/in-order.ts';
import { createRows } from '../../../../src/panel/state/rows.ts';
import { NO_ROWS, recount } from '../../../../src/panel/view-models/groups.ts';
import { type RowVM, toRow } from '../../../../src/panel/view-models/row.ts';
import type { Diagnosis } from '../../../../src/rules/diagnosis.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { versionsOf } from './some-versions.ts';

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');

/** Exchanges come, some go, and some of those that are there are diagnosed. */
const steps = fc.array(
  fc.record({
    kept: fc.nat(7),
    come: fc.array(versionsOf(ids), { maxLength: 5 }),
    diagnosed: fc.array(fc.nat(6), { maxLength: 3 }),
  }),
  { maxLength: 8 },
);

describe('createRows', () => {
  it('makes the rows that making all of them anew would make, and keeps those that are the same', () => {
    fc.assert(
      fc.property(steps, (changes) => {
        const diagnoses = new Map<Exchange, Diagnosis>();
        const rows = createRows((exchange) => diagnoses.get(exchange));
        let ordered: readonly Exchange[] = [];
        let before: ReadonlyMap<string, RowVM> = new Map();
        for (const { kept, come, diagnosed } of changes) {
          const known = new Set(ordered);
          const next = new Map([...ordered.slice(0, kept), ...come].map((each) => [each.id, each]));
          ordered = [...next.values()].sort(byStart);
          const touched = new Set(diagnosed.flatMap((index) => ordered[index] ?? []));
          for (const exchange of touched) {
            diagnoses.set(exchange, diagnose(exchange));
            rows.changed(exchange);
          }
          const { rows: made, byId, counts } = rows.of(ordered);
          expect(counts).toEqual(recount(NO_ROWS, { come: made, gone: [] }));
          expect(made.map(({ id }) => byId.get(id))).toEqual(made);
          expect(byId.size).toBe(made.length);
          expect(made).toEqual(ordered.map((exchange) => toRow(exchange, diagnoses.get(exchange))));
          for (const [index, exchange] of ordered.entries()) {
            if (known.has(exchange) && !touched.has(exchange))
              expect(made[index]).toBe(before.get(exchange.id));
          }
          before = new Map(made.map((row) => [row.id, row]));
        }
      }),
    );
  });
});

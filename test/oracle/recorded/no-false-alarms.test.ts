import { describe, expect, test, vi } from 'vitest';
import { diagnose } from '../../../src/rules/index.ts';
import { exchangeOfCase } from './exchange-of-case.ts';
import { loadCases } from './score.ts';
import { VIEWS } from './tally.ts';

// Thousands of diagnoses each: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const cases = loadCases();

/** What may lead. The last one only as a remark: 401, with credentials, and nobody knows whether anyone is signed in. */
const READABLE: ReadonlySet<string> = new Set(['allowed', 'header-not-exposed', 'cookies-not-sent']);

describe.each(VIEWS)('what script could read, as %s shows it to %s', (engine, view) => {
  const readable = cases.flatMap((each) => {
    const { ok, type } = each.truth[engine];
    if (!ok || type === 'opaque' || type === 'opaqueredirect') return [];
    const exchange = exchangeOfCase(each, engine, view);
    return exchange === null ? [] : [[each.id, diagnose(exchange)] as const];
  });
  const decided = readable.filter(([, { verdict }]) => verdict !== 'unknown');
  const open = readable.filter(([, { verdict }]) => verdict === 'unknown');

  test('raises no alarm: nothing is wrong', () => {
    const alarms = decided.filter(
      ([, { lead, cause, findings }]) => cause !== null || findings.length > 0 || !READABLE.has(lead.rule),
    );
    expect(alarms.map(([id]) => id)).toEqual([]);
  });

  test('of the notes, only the one about cookies has anything to say of it', () => {
    const notes = new Set(readable.flatMap(([, each]) => each.notes.map(({ rule }) => rule)));
    expect([...notes]).toEqual(['cookies-left-out']);
  });

  test('where it can’t be told, one of the possibilities is that it is allowed', () => {
    for (const [id, { lead, branches }] of open) {
      expect(lead.rule, id).toBe('credentials-unknown');
      expect(
        branches.some((branch) => READABLE.has(branch.lead.rule)),
        id,
      ).toBe(true);
    }
    expect(open.length).toBeLessThan(0.02 * readable.length);
  });

  test('it is many', () => {
    expect(readable.length).toBeGreaterThan(700);
  });
});

import { describe, expect, it } from 'vitest';
import { RANKING } from '../../../src/rules/ranking.ts';
import { ROOT_CAUSES } from '../../demo/root-causes.ts';
import { scenarioGroups } from '../../demo/scenarios/index.ts';
import chromium from '../../oracle/traces/chromium.json' with { type: 'json' };

/** The rules that lead in a scenario, in a browser that shows the extension something of it. */
const shownByScenarios: ReadonlySet<string> = new Set(
  scenarioGroups
    .flatMap(({ scenarios }) => scenarios)
    .flatMap(({ expect: expected }) => Object.values(expected))
    .filter(({ unseen }) => unseen !== true)
    .map(({ cause }) => cause),
);
/** Each trace is named after the rule that must lead; its own test holds that it does. */
const shownByTraces: ReadonlySet<string> = new Set(Object.keys(chromium.traces));

describe('the root causes', () => {
  it('are 64, each once', () => {
    expect(new Set(ROOT_CAUSES.map(({ about }) => about)).size).toBe(64);
    const rules = ROOT_CAUSES.flatMap(({ rules }) => rules);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it.each(ROOT_CAUSES.map(({ about, rules }) => [about, rules] as const))(
    '%s: has its rules',
    (_about, rules) => {
      const known = RANKING.map(({ id }) => id);
      expect(rules.filter((id) => !known.includes(id))).toEqual([]);
    },
  );

  it.each(ROOT_CAUSES.map(({ about, rules }) => [about, rules] as const))(
    '%s: a real browser shows it',
    (_about, rules) => {
      expect(rules.filter((id) => !shownByScenarios.has(id) && !shownByTraces.has(id))).toEqual([]);
    },
  );
});

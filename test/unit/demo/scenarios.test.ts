import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioGroups } from '../../demo/scenarios/index.ts';

const scenarios = scenarioGroups.flatMap((group) => group.scenarios);

describe('the demo', () => {
  it('calls every scenario and every group by a name of its own', () => {
    for (const names of [scenarioGroups.map(({ heading }) => heading), scenarios.map(({ id }) => id)]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    '%s has its words',
    (id, scenario) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(scenario.title).toMatch(/^\S.{2,59}$/);
      expect(scenario.title).not.toMatch(/\.$/);
      expect(scenario.broken).toMatch(/^\S.*\.$/);
      expect(scenario.broken.split('`').length % 2, 'backticks come in pairs').toBe(1);
    },
  );

  it.each(scenarios.map(({ id, expect }) => [id, expect] as const))(
    '%s expects a script outcome that goes with its verdict',
    (_id, { chromium, firefox }) => {
      for (const { script, verdict, unseen } of [chromium, firefox]) {
        if (unseen === true) expect(verdict).toBe('unknown');
        else expect(script).toBe(verdict === 'allowed' || verdict === 'opaque' ? 'resolves' : 'rejects');
      }
    },
  );

  it.each(['README.md', 'CHANGELOG.md'])('has as many requests as the %s says', (file) => {
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    expect(text).toContain(`demo site with ${scenarios.length} requests`);
  });

  it('names a code of each browser for whatever is blocked by CORS', () => {
    for (const { id, expect: expected } of scenarios) {
      if (expected.chromium.verdict === 'blocked') expect(expected.chromium.chromiumCode, id).toBeDefined();
      if (expected.firefox.verdict === 'blocked') expect(expected.firefox.firefoxKey, id).toMatch(/^CORS/);
    }
  });
});

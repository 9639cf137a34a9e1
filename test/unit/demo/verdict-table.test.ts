import { describe, expect, it } from 'vitest';
import type { PanelRow } from '../../browsers/panel-window.ts';
import type { RunnableScenario } from '../../demo/scenario.ts';
import { describeRows, formatTable, joinVerdicts, type ScenarioRun } from '../../demo/verdict-table.ts';

const outcome = (script: 'resolves' | 'rejects') => ({ script, verdict: 'unknown', cause: 'x' }) as const;

function run(id: string, number: number, script: ScenarioRun['outcome']): ScenarioRun {
  const url = 'http://localhost:8080/orders';
  const scenario: RunnableScenario = {
    id,
    title: id,
    broken: 'Something.',
    group: 'Group',
    server: 'node',
    target: { url },
    request: { via: 'fetch' },
    expect: { chromium: outcome(script), firefox: outcome(script) },
    url,
  };
  return { scenario, outcome: script, detail: 'Status 200', url: `${url}?run=${number}` };
}

function row(number: number, verdict: string, url = 'http://localhost:8080/orders'): PanelRow {
  return {
    id: `e${number}`,
    verdict,
    cause: null,
    headline: `Headline ${verdict}`,
    method: 'GET',
    url: `${url}?run=${number}`,
  };
}

const NONE: ReadonlySet<string> = new Set();

describe('joinVerdicts', () => {
  it.each([
    ['resolves', 'allowed', false],
    ['resolves', 'opaque', false],
    ['resolves', 'blocked', true],
    ['resolves', 'failed', true],
    ['rejects', 'blocked', false],
    ['rejects', 'failed', false],
    ['rejects', 'allowed', true],
    ['rejects', 'opaque', true],
    ['rejects', 'unknown', true],
    ['resolves', 'pending', true],
  ] as const)('script %s, panel says %s: wrong is %s', (script, verdict, wrong) => {
    expect(joinVerdicts([run('a', 1, script)], [row(1, verdict)], NONE)).toMatchObject([{ verdict, wrong }]);
  });

  it('takes the last row of a run, and no row of another', () => {
    const rows = [row(1, 'blocked'), row(1, 'allowed'), row(11, 'failed')];
    expect(joinVerdicts([run('a', 1, 'resolves')], rows, NONE)).toMatchObject([{ verdict: 'allowed' }]);
  });

  it('knows a run again after a redirect', () => {
    const rows = [row(1, 'blocked', 'http://127.0.0.1:9090/other')];
    expect(joinVerdicts([run('a', 1, 'rejects')], rows, NONE)).toMatchObject([{ verdict: 'blocked' }]);
  });

  it('calls a missing row wrong, unless the browser hides the request', () => {
    const runs = [run('a', 1, 'rejects'), run('b', 2, 'rejects')];
    expect(joinVerdicts(runs, [], new Set(['b']))).toMatchObject([
      { request: 'a', wrong: true },
      { request: 'b', wrong: false },
    ]);
  });
});

describe('formatTable', () => {
  it('aligns columns, marks what is wrong and leaves no trailing space', () => {
    const lines = joinVerdicts(
      [run('short', 1, 'resolves'), run('a-longer-one', 2, 'rejects')],
      [row(1, 'allowed'), row(2, 'allowed')],
      NONE,
    );
    expect(formatTable(lines)).toBe(
      [
        '   Request       Script saw    Verdict  Cause',
        '   short         ✔ Status 200  allowed  Headline allowed',
        '!  a-longer-one  ✖ Status 200  allowed  Headline allowed',
      ].join('\n'),
    );
  });

  it('shows the rows of any page', () => {
    expect(formatTable(describeRows([row(1, 'blocked')]))).toContain(
      'GET http://localhost:8080/orders?run=1',
    );
  });
});

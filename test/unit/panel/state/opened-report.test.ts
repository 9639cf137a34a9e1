import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { compare, readReport } from '../../../../src/panel/reports.ts';
import { createReports, type GivenFile } from '../../../../src/panel/state/opened-report.ts';
import { createPanelState } from '../../../../src/panel/state/panel-state.ts';
import { toJson } from '../../../../src/report/index.ts';
import { adviseInSteps, diagnose } from '../../../../src/rules/index.ts';
import { anExchange, PAGE, STARTED_AT } from '../../../rules/exchange-builder.ts';
import { aReport } from '../../report/sample-reports.ts';

const REPORT = toJson(aReport([anExchange({ id: 'a' }), anExchange({ id: 'b' })]));

function file(name: string, text: string | null = REPORT): GivenFile {
  return { name, text: async () => text };
}

function aState(limits = { exchanges: 100, characters: 1_000_000 }) {
  return createPanelState({
    diagnose,
    adviseInSteps,
    applyFix,
    later: (task) => task(),
    asksPage: false,
    limits,
  });
}

function reports(limits?: Parameters<typeof aState>[0], recording = aState()) {
  return createReports({
    recording,
    compareReports: compare,
    parse: readReport,
    drawn: async () => undefined,
    createState: () => aState(limits),
  });
}

describe('a report that is opened', () => {
  it('shows its exchanges, diagnosed anew', async () => {
    const { opened, open, close } = reports();
    await open(file('a.json'));
    expect(opened.value?.about).toMatchObject({
      file: 'a.json',
      leftOut: 0,
      madeAt: Date.UTC(2026, 10, 21, 10),
    });
    expect(opened.value?.state.rows.value.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(opened.value?.state.rows.value[0]?.kind).not.toBe('open');
    close();
    expect(opened.value).toBeNull();
  });

  it('has no time if the file names a day that there isn’t', async () => {
    const { opened, open } = reports();
    await open(file('a.json', REPORT.replace('2026-11-21T', '2026-13-41T')));
    expect(opened.value?.about).toMatchObject({ file: 'a.json', madeAt: null });
  });

  it('says how many of its exchanges are too many', async () => {
    const { opened, open } = reports({ exchanges: 1, characters: 1_000_000 });
    await open(file('a.json'));
    expect(opened.value?.about.leftOut).toBe(1);
  });

  it('stays while another file is refused, and until the other is shown', async () => {
    const { opened, problem, open, dismiss } = reports();
    await open(file('a.json'));
    await open(file('b.json', REPORT.slice(0, 100)));
    expect([opened.value?.about.file, problem.value]).toEqual([
      'a.json',
      { file: 'b.json', kind: 'not-json' },
    ]);
    dismiss();
    expect(problem.value).toBeNull();
    await open(file('c.json', null));
    expect(problem.value?.kind).toBe('too-large');
    await open(file('d.json'));
    expect([opened.value?.about.file, problem.value]).toEqual(['d.json', null]);
  });

  it('is refused if the browser can’t read it', async () => {
    const { opened, problem, open } = reports();
    await open({ name: 'a.json', text: () => Promise.reject(new Error('gone')) });
    expect([opened.value, problem.value]).toEqual([null, { file: 'a.json', kind: 'unreadable' }]);
  });

  it('is the one that was given last, however long another takes', async () => {
    const { opened, open } = reports();
    let go = (_: string): void => undefined;
    const slow = open({ name: 'slow.json', text: () => new Promise((resolve) => (go = resolve)) });
    await open(file('quick.json'));
    go(REPORT);
    await slow;
    expect(opened.value?.about.file).toBe('quick.json');
  });

  it('isn’t shown if it was closed before it was there', async () => {
    const { opened, open, close } = reports();
    let go = (_: string): void => undefined;
    const slow = open({ name: 'slow.json', text: () => new Promise((resolve) => (go = resolve)) });
    close();
    go(REPORT);
    await slow;
    expect(opened.value).toBeNull();
  });
});

describe('two that are compared', () => {
  const failing = anExchange({ id: 'x', startedAt: STARTED_AT, response: { headers: [] } });
  const passing = anExchange({
    id: 'y',
    startedAt: STARTED_AT + 1_000,
    response: { headers: [['Access-Control-Allow-Origin', PAGE]] },
  });
  const textOf = (exchange: Exchange) => toJson(aReport([exchange]));

  it('are the page’s requests and a file, which came before them', async () => {
    const recording = aState();
    recording.show([passing]);
    const { compared, opened, look, compare: compareWith } = reports(undefined, recording);
    await compareWith(file('before.json', textOf(failing)));
    expect(compared.value?.comparison.fixed).toHaveLength(1);
    expect([compared.value?.before.about?.file, compared.value?.after.about]).toEqual(['before.json', null]);
    expect([opened.value, recording.view.value]).toEqual([null, 'compared']);
    look('before');
    expect(opened.value?.about.file).toBe('before.json');
    look('after');
    expect(opened.value).toBeNull();
  });

  it.each([
    { name: 'the older first', first: failing, second: passing, fixed: 1, isNew: 0 },
    { name: 'the newer first', first: passing, second: failing, fixed: 1, isNew: 0 },
  ])('are two files, of which the older came before: $name', async ({ first, second, fixed, isNew }) => {
    const { compared, opened, open, compare: compareWith } = reports();
    await open(file('one.json', textOf(first)));
    await compareWith(file('two.json', textOf(second)));
    const { comparison } = compared.value ?? {};
    expect([comparison?.fixed.length, comparison?.new.length]).toEqual([fixed, isNew]);
    expect(opened.value?.state.exchanges.value[0]?.id).toBe('y');
  });

  it('stay as they were when a file can’t be read, and until it is stopped', async () => {
    const { compared, problem, opened, open, stopComparing, compare: compareWith } = reports();
    await open(file('one.json', textOf(failing)));
    await compareWith(file('cut.json', textOf(passing).slice(0, 99)));
    expect([compared.value, problem.value?.kind]).toEqual([null, 'not-json']);
    await compareWith(file('two.json', textOf(passing)));
    stopComparing();
    expect([compared.value, opened.value?.state.view.value]).toEqual([null, 'exchange']);
  });
});

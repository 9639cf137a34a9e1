import { describe, expect, it, vi } from 'vitest';
import type { Exported, ExportProgress } from '../../../../src/panel/export-in-steps.ts';
import { createExporting, scopeOf } from '../../../../src/panel/state/exporting.ts';

const EXPORTED: Exported = {
  format: 'markdown',
  fileName: 'cors-report.md',
  mediaType: 'text/markdown',
  parts: ['# CORS'],
  bytes: 6,
  requests: 1,
  aliases: [],
  warnings: [],
};

/** As many steps as are wanted, each of which takes that long by the clock. */
function* steps(
  count: number,
  took = () => undefined,
  exported = EXPORTED,
): Generator<ExportProgress, Exported> {
  for (let done = 1; done <= count; done += 1) {
    took();
    yield { stage: 'explaining', done, total: count };
  }
  return exported;
}

function setUp() {
  const tasks: (() => void)[] = [];
  const exporting = createExporting((task) => void tasks.push(task), 'markdown');
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return {
    exporting,
    tasks,
    /** Does what was put off until now, and not what that puts off. */
    slice: async () => {
      await Promise.resolve();
      await Promise.resolve();
      for (const task of tasks.splice(0)) task();
    },
    pass: (milliseconds: number) => () => {
      now += milliseconds;
      return undefined;
    },
  };
}

describe('the export', () => {
  it('is made slice by slice, and tells how far it is once that takes a while', async () => {
    const { exporting, slice, pass, tasks } = setUp();
    exporting.start(async () => steps(20, pass(10)));
    expect(exporting.work.value).toEqual({ is: 'working', progress: null, before: null });
    await slice();
    // A step takes longer than a slice may: the browser has its turn after each.
    expect(exporting.work.value).toMatchObject({ is: 'working', progress: null });
    for (let count = 0; count < 10; count += 1) await slice();
    expect(exporting.work.value).toMatchObject({ progress: { stage: 'explaining', done: 10, total: 20 } });
    while (tasks.length > 0) await slice();
    expect(exporting.work.value).toEqual({ is: 'done', exported: EXPORTED });
  });

  it('starts anew when something else is wanted, and forgets what was being made', async () => {
    const { exporting, slice, tasks } = setUp();
    const other = { ...EXPORTED, fileName: 'cors-report.json' };
    exporting.start(async () => steps(1_000, setUp().pass(10)));
    await slice();
    exporting.start(async () => steps(0, undefined, other));
    do await slice();
    while (tasks.length > 0);
    expect(exporting.work.value).toEqual({ is: 'done', exported: other });
  });

  it('keeps what was made last until there is something to tell', async () => {
    const { exporting, slice } = setUp();
    exporting.start(async () => steps(0));
    await slice();
    exporting.start(async () => steps(0));
    expect(exporting.work.value).toEqual({ is: 'working', progress: null, before: EXPORTED });
  });

  it.each([
    { when: 'while it is made', slices: 2 },
    { when: 'before what makes it is there', slices: 0 },
  ])('is cancelled $when, and stays so', async ({ slices }) => {
    const { exporting, slice, pass } = setUp();
    exporting.start(async () => steps(100, pass(10)));
    for (let count = 0; count < slices; count += 1) await slice();
    exporting.cancel();
    for (let count = 0; count < 5; count += 1) await slice();
    expect(exporting.work.value).toEqual({ is: 'cancelled' });
  });

  it('says that it failed, whatever failed', async () => {
    vi.stubGlobal('reportError', () => undefined);
    const { exporting, slice } = setUp();
    exporting.start(() => Promise.reject(new Error('gone')));
    await slice();
    await slice();
    expect(exporting.work.value).toEqual({ is: 'failed' });
    exporting.start(async () =>
      steps(1, () => {
        throw new Error('too large');
      }),
    );
    await slice();
    expect(exporting.work.value).toEqual({ is: 'failed' });
    vi.unstubAllGlobals();
  });

  it('lets go of everything when it is closed', async () => {
    const { exporting, slice } = setUp();
    exporting.isOpen.value = true;
    exporting.start(async () => steps(0));
    await slice();
    exporting.close();
    expect([exporting.isOpen.value, exporting.work.value]).toEqual([false, { is: 'idle' }]);
    exporting.start(async () => steps(0));
    expect(exporting.work.value).toMatchObject({ before: null });
  });
});

describe('which requests are meant', () => {
  it.each([
    { name: 'what fails', counts: { failing: 2, selected: 1, all: 5 }, scope: 'failing' },
    {
      name: 'what is selected where nothing fails',
      counts: { failing: 0, selected: 1, all: 5 },
      scope: 'selected',
    },
    {
      name: 'what is selected where that is several',
      counts: { failing: 2, selected: 3, all: 5 },
      scope: 'selected',
    },
    { name: 'all where there is nothing else', counts: { failing: 0, selected: 0, all: 5 }, scope: 'all' },
  ])('$name', ({ counts, scope }) => {
    expect(scopeOf(null, counts)).toBe(scope);
  });

  it('what the user chose, as long as there are any', () => {
    expect(scopeOf('all', { failing: 2, selected: 1, all: 5 })).toBe('all');
    expect(scopeOf('selected', { failing: 2, selected: 0, all: 5 })).toBe('failing');
  });
});

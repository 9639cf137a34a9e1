import { describe, expect, it } from 'vitest';
import { failureList, failuresOf } from '../../run/failures.ts';
import { add, NOTHING, ofVitest } from '../../run/tally.ts';

const REPORT = {
  numPassedTests: 1,
  numFailedTests: 1,
  testResults: [
    {
      name: '/repo/test/e2e/a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'the panel opens', status: 'passed', failureMessages: [] },
        {
          fullName: 'the panel closes',
          status: 'failed',
          failureMessages: [
            '\u001b[31mError: still open\u001b[39m\n    at close (/repo/test/e2e/a.test.ts:3:1)\n    at run (/repo/node_modules/vitest/x.js:1:1)\n    at node:internal/timers:1:1',
          ],
        },
      ],
    },
    { name: '/elsewhere/b.test.ts', status: 'failed', message: 'SyntaxError: no', assertionResults: [] },
  ],
};

describe('failuresOf', () => {
  it('names tests by their file, without colours and the lines of other code', () => {
    expect(failuresOf(REPORT, '/repo/')).toEqual([
      {
        name: 'test/e2e/a.test.ts › the panel closes',
        message: 'Error: still open\n    at close (/repo/test/e2e/a.test.ts:3:1)',
      },
      { name: '/elsewhere/b.test.ts', message: 'SyntaxError: no' },
    ]);
  });

  it.each([null, 'text', {}, { testResults: [{}] }])('says nothing of %j', (report) => {
    expect(failuresOf(report, '/repo/')).toEqual([]);
  });

  it('goes with the tally, and adds up', () => {
    const tally = ofVitest(REPORT, 1, '/repo/');
    expect(add(add(NOTHING, tally), tally)).toMatchObject({ passed: 2, failed: 2 });
    expect(add(tally, tally).failures).toHaveLength(4);
  });
});

describe('failureList', () => {
  it('is empty if nothing failed', () => {
    expect(failureList([])).toBe('');
  });

  it('shows each with its message, and how much of a long one is left out', () => {
    const long = Array.from({ length: 27 }, (_, line) => `line ${line}`).join('\n');
    const list = failureList([
      { name: 'lint', message: '' },
      { name: 'unit › a', message: long },
    ]);
    expect(list.split('\n').slice(0, 3)).toEqual(['✗ lint', '✗ unit › a', '    line 0']);
    expect(list).toMatch(/ {4}line 24\n {4}… and 2 lines more$/);
  });
});

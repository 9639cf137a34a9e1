import { describe, expect, it } from 'vitest';
import type { Grouping } from '../../../../src/panel/view-models/groups.ts';
import type { RowVM } from '../../../../src/panel/view-models/row.ts';
import { linesOf, listOf, rowsOf } from '../some-rows.ts';

function headingsOf(rows: readonly RowVM[], grouping: Grouping) {
  return linesOf(listOf(rows, { grouping })).filter((line) => line.type === 'group');
}

describe('headingOf', () => {
  it('by cause heads each group with the cause in words, and says how many requests it meets, and where', () => {
    const rows = rowsOf('allowedScript', 'serverError', 'contradicting', 'refused');
    const again = rows.map((row) => ({ ...row, id: `${row.id}-again` }));
    const groups = headingsOf([...rows, ...again], 'cause');
    expect(groups.map(({ label, summary, kind }) => ({ label, summary, kind }))).toEqual([
      { label: expect.stringContaining('500'), summary: '2 requests to api.example.com', kind: 'blocked' },
      {
        label: 'Nothing listens on port 9090',
        summary: '2 requests to http://localhost:9090',
        kind: 'failed',
      },
      { label: 'Allowed', summary: '4 requests to 2 APIs', kind: 'allowed' },
    ]);
  });

  it('by API has a group for each target, whatever the verdict', () => {
    const groups = headingsOf(rowsOf('allowed', 'serverError', 'font'), 'api');
    expect(groups.map(({ label, kind }) => ({ label, kind }))).toEqual([
      { label: 'api.example.com', kind: null },
      { label: 'cdn.example.net', kind: null },
    ]);
  });

  it('has the numbers of its words, for where there is room for them only', () => {
    const rows = rowsOf('allowed', 'serverError', 'headersNotAllowed', 'font');
    expect(headingsOf(rows, 'api').map(({ summary, numbers }) => ({ summary, numbers }))).toEqual([
      {
        summary: '2 blocked · 1 allowed',
        numbers: [
          { kind: 'blocked', count: 2 },
          { kind: 'allowed', count: 1 },
        ],
      },
      { summary: '1 blocked', numbers: [{ kind: 'blocked', count: 1 }] },
    ]);
    expect(headingsOf(rows, 'cause')[0]?.numbers).toEqual([{ kind: null, count: 1 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { toGroups } from '../../../../src/panel/view-models/groups.ts';
import { rowsOf } from '../some-rows.ts';

describe('toGroups', () => {
  it('by cause heads each group with the cause in words, and says how many requests it meets, and where', () => {
    const rows = rowsOf('allowedScript', 'serverError', 'contradicting', 'refused');
    const groups = toGroups([...rows, ...rows.map((row) => ({ ...row, id: `${row.id}-again` }))], 'cause');
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
    const groups = toGroups(rowsOf('allowed', 'serverError', 'font'), 'api');
    expect(groups.map(({ label, kind }) => ({ label, kind }))).toEqual([
      { label: 'api.example.com', kind: null },
      { label: 'cdn.example.net', kind: null },
    ]);
  });
});

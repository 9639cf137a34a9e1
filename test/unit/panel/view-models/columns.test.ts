import { describe, expect, it } from 'vitest';
import { columnsFor } from '../../../../src/panel/view-models/columns.ts';
import { GROUPINGS, type Grouping } from '../../../../src/panel/view-models/groups.ts';

describe('columnsFor', () => {
  it.each<{ width: number; grouping: Grouping; ids: string }>([
    { width: 0, grouping: 'api', ids: 'verdict method path cause' },
    { width: 360, grouping: 'api', ids: 'verdict method path cause' },
    { width: 360, grouping: 'cause', ids: 'verdict method path status' },
    { width: 360, grouping: 'none', ids: 'verdict method path cause' },
    { width: 537, grouping: 'api', ids: 'verdict method path cause status' },
    { width: 537, grouping: 'none', ids: 'verdict method path cause status' },
    { width: 660, grouping: 'none', ids: 'verdict method target path cause status' },
    { width: 1200, grouping: 'api', ids: 'verdict method path cause status initiator began took' },
    { width: 1200, grouping: 'cause', ids: 'verdict method target path status initiator began took' },
    { width: 1200, grouping: 'none', ids: 'verdict method target path cause status initiator began took' },
  ])('$width pixels, grouped by $grouping: $ids', ({ width, grouping, ids }) => {
    expect(columnsFor(width, grouping).ids.join(' ')).toBe(ids);
  });

  it('takes away nothing that a narrower list has', () => {
    for (const grouping of GROUPINGS) {
      for (let width = 1; width < 1000; width += 1) {
        const narrower = columnsFor(width - 1, grouping).ids;
        expect(columnsFor(width, grouping).ids).toEqual(expect.arrayContaining([...narrower]));
      }
    }
  });

  it('says the target once at least, and twice never, where there is room', () => {
    for (const grouping of GROUPINGS) {
      for (let width = 400; width < 1000; width += 1) {
        const { ids, targetInPath } = columnsFor(width, grouping);
        const times = [grouping === 'api', ids.includes('target'), targetInPath].filter(Boolean);
        expect(times).toHaveLength(1);
      }
    }
  });

  it('gives the same object for the same columns, so that rows can tell that nothing has changed', () => {
    expect(columnsFor(500, 'api')).toBe(columnsFor(510, 'api'));
  });
});

import { describe, expect, it } from 'vitest';
import { toStatus } from '../../../../src/panel/view-models/status.ts';
import { aTabState } from '../../../tab-state.ts';

const NUMBERS = { shown: 3, total: 3, selected: 1, waiting: 0 };
const SITE = 'https://www.example.com';

describe('toStatus', () => {
  it.each([
    { numbers: {}, expected: ['3 cross-origin requests'] },
    { numbers: { shown: 1 }, expected: ['1 of 3 cross-origin requests'] },
    { numbers: { selected: 2 }, expected: ['3 cross-origin requests', '2 selected'] },
    { numbers: { waiting: 7 }, expected: ['3 cross-origin requests', 'checking 7…'] },
  ])('$numbers: $expected', ({ numbers, expected }) => {
    expect(toStatus(null, { ...NUMBERS, ...numbers }).counts).toEqual(expected);
  });

  it.each([
    {
      name: 'a site that is not recorded always',
      tab: { page: `${SITE}/` },
      site: { origin: SITE, on: false },
    },
    {
      name: 'a site that is',
      tab: { page: `${SITE}/`, sites: [SITE] },
      site: { origin: SITE, on: true },
    },
    {
      name: 'a development origin, which is recorded anyway',
      tab: { page: 'http://localhost/' },
      site: null,
    },
    { name: 'a page while every site is recorded', tab: { page: `${SITE}/`, everywhere: true }, site: null },
    { name: 'a private window', tab: { page: `${SITE}/`, isPrivate: true } as const, site: null },
  ])('offers what there is to choose for $name', ({ tab, site }) => {
    expect(toStatus(aTabState(tab), NUMBERS).scope?.site).toEqual(site);
  });

  it('says of a report that it is one', () => {
    expect(toStatus('report', NUMBERS).scope).toMatchObject({ text: 'from a report', site: null });
  });

  it('says nothing of the scope as long as nobody knows', () => {
    expect(toStatus(null, NUMBERS).scope).toBeNull();
  });
});

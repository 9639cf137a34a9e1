import { describe, expect, it } from 'vitest';
import type { TabState } from '../../../../src/messages/messages.ts';
import { type Situation, siteOf, toEmpty, toNotices } from '../../../../src/panel/view-models/notices.ts';

const TAB: TabState = {
  tabId: 1,
  page: 'https://www.example.com/shop',
  recording: { on: true, why: 'panel-open', complete: true },
  keepOnNavigation: false,
  sites: [],
  everywhere: false,
  countOnButton: true,
  hostAccess: true,
  dropped: 0,
  navigations: [{ url: 'https://www.example.com/shop', at: 1 }],
};

const QUIET: Situation = {
  connection: 'live',
  tab: TAB,
  hasTab: true,
  total: 0,
  shown: 0,
  hiddenOpaque: 0,
};
const PAUSED: TabState = { ...TAB, recording: { on: false, why: 'paused-by-user' } };
const NO_ACCESS: TabState = { ...TAB, hostAccess: false };
const LATE: TabState = { ...TAB, recording: { on: true, why: 'panel-open', complete: false } };
const OUT: TabState = { ...TAB, recording: { on: false, why: 'out-of-scope' } };

describe('toEmpty', () => {
  it.each<{ situation: Partial<Situation>; key: string; actions: readonly string[] }>([
    { situation: { hasTab: false, tab: null }, key: 'no-tab', actions: [] },
    { situation: { tab: null, connection: 'connecting' }, key: 'connecting', actions: [] },
    { situation: { tab: NO_ACCESS }, key: 'no-permission', actions: ['grant'] },
    { situation: { tab: PAUSED }, key: 'paused', actions: ['resume'] },
    { situation: { tab: OUT }, key: 'out-of-scope', actions: ['resume', 'always-record'] },
    { situation: { tab: LATE }, key: 'incomplete', actions: ['reload', 'always-record'] },
    {
      situation: { tab: { ...LATE, sites: ['https://www.example.com'] } },
      key: 'incomplete',
      actions: ['reload'],
    },
    { situation: { tab: { ...TAB, navigations: [] } }, key: 'first-use', actions: [] },
    { situation: {}, key: 'no-cross-origin', actions: [] },
    { situation: { total: 3 }, key: 'filtered', actions: ['clear-filter'] },
    { situation: { total: 3, hiddenOpaque: 2 }, key: 'filtered', actions: ['clear-filter'] },
    { situation: { total: 3, hiddenOpaque: 3 }, key: 'only-opaque', actions: ['show-opaque'] },
  ])('$key', ({ situation, key, actions }) => {
    const empty = toEmpty({ ...QUIET, ...situation });
    expect(empty?.key).toBe(key);
    expect(empty?.actions.map(({ action }) => action)).toEqual(actions);
  });

  it('is nothing where there are rows', () => {
    expect(toEmpty({ ...QUIET, total: 2, shown: 1 })).toBeNull();
  });
});

describe('toNotices', () => {
  it.each<{ situation: Partial<Situation>; keys: readonly string[] }>([
    { situation: {}, keys: [] },
    { situation: { total: 1, tab: LATE }, keys: ['incomplete'] },
    { situation: { total: 1, tab: PAUSED }, keys: ['paused'] },
    { situation: { total: 1, tab: OUT }, keys: ['out-of-scope'] },
    { situation: { total: 1, tab: NO_ACCESS }, keys: ['permission'] },
    { situation: { total: 0, tab: NO_ACCESS }, keys: [] },
    { situation: { connection: 'lost' }, keys: ['lost'] },
    { situation: { tab: { ...TAB, dropped: 4, problem: 'storage-full' } }, keys: ['full', 'dropped'] },
  ])('$keys', ({ situation, keys }) => {
    expect(toNotices({ ...QUIET, ...situation }).map(({ key }) => key)).toEqual(keys);
  });
});

describe('siteOf', () => {
  it.each([
    ['https://www.example.com/shop', 'https://www.example.com'],
    ['http://www.example.com/', 'http://www.example.com'],
    ['http://localhost:5173/', null],
    ['about:blank', null],
    ['file:///home/index.html', null],
    [undefined, null],
  ])('%s: %s', (page, site) => {
    const { page: _, ...tab } = TAB;
    expect(siteOf(page === undefined ? tab : { ...tab, page })).toBe(site);
  });
});

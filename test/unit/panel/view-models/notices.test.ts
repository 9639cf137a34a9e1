import { describe, expect, it } from 'vitest';
import type { TabState } from '../../../../src/messages/messages.ts';
import type { AccessGap } from '../../../../src/panel/view-models/access-gap.ts';
import { type Situation, siteOf, toEmpty, toNotices } from '../../../../src/panel/view-models/notices.ts';
import type { HarVM } from '../../../../src/panel/view-models/opened-report.ts';
import { aTabState } from '../../../tab-state.ts';

const TAB = aTabState({
  page: 'https://www.example.com/shop',
  navigations: [{ url: 'https://www.example.com/shop', at: 1 }],
});

const QUIET: Situation = {
  connection: 'live',
  tab: TAB,
  gap: { kind: 'none' },
  hasTab: true,
  report: null,
  fileProblem: null,
  opening: null,
  compared: null,
  total: 0,
  shown: 0,
  hiddenOpaque: 0,
};
const HAR: HarVM = {
  tool: 'Firefox',
  leftOut: [{ reason: 'navigation', count: 1 }],
  unknown: [{ what: 'credentials', count: 2 }],
};

const REPORT = { file: 'cors-report.json', madeAt: 0, browser: null, leftOut: 0, har: null };
const PAUSED: TabState = { ...TAB, recording: { on: false, why: 'paused-by-user' } };
const SITE = 'https://www.example.com';
const NOT_GRANTED: AccessGap = { kind: 'page-not-granted', sites: [SITE] };
const LATE: TabState = { ...TAB, recording: { on: true, why: 'panel-open', complete: false } };

describe('toEmpty', () => {
  it.each<{ situation: Partial<Situation>; key: string; actions: readonly string[] }>([
    { situation: { hasTab: false, tab: null }, key: 'no-tab', actions: ['open-report'] },
    { situation: { tab: null, connection: 'connecting' }, key: 'connecting', actions: [] },
    { situation: { report: REPORT, tab: null }, key: 'report', actions: ['open-report', 'close-report'] },
    {
      situation: { report: REPORT, tab: null, hasTab: false },
      key: 'report',
      actions: ['open-report', 'close-report'],
    },
    { situation: { report: REPORT, tab: null, total: 3 }, key: 'filtered', actions: ['clear-filter'] },
    { situation: { gap: NOT_GRANTED }, key: 'page-not-granted', actions: ['grant-sites', 'grant'] },
    {
      situation: { gap: { kind: 'nothing-granted', sites: [] } },
      key: 'nothing-granted',
      actions: ['grant'],
    },
    { situation: { gap: { kind: 'hidden', sites: [SITE] } }, key: 'hidden', actions: [] },
    { situation: { gap: { kind: 'forbidden', sites: [SITE] } }, key: 'forbidden', actions: [] },
    { situation: { gap: { kind: 'mixed-content', sites: [SITE] } }, key: 'mixed-content', actions: [] },
    { situation: { gap: { kind: 'kept-out' } }, key: 'kept-out', actions: [] },
    { situation: { tab: PAUSED }, key: 'paused', actions: ['resume'] },
    { situation: { tab: LATE }, key: 'incomplete', actions: ['reload', 'always-record'] },
    {
      situation: { tab: { ...LATE, sites: ['https://www.example.com'] } },
      key: 'incomplete',
      actions: ['reload'],
    },
    { situation: { tab: { ...TAB, navigations: [] } }, key: 'first-use', actions: [] },
    { situation: {}, key: 'no-cross-origin', actions: [] },
    { situation: { tab: { ...TAB, isPrivate: true } }, key: 'private-window', actions: [] },
    {
      situation: { tab: { ...LATE, isPrivate: true } },
      key: 'private-window-incomplete',
      actions: ['reload'],
    },
    { situation: { tab: { ...PAUSED, isPrivate: true } }, key: 'paused', actions: ['resume'] },
    { situation: { gap: { kind: 'targets-unknown' } }, key: 'targets-unknown', actions: ['grant'] },
    {
      situation: { tab: LATE, gap: { kind: 'targets-unknown' } },
      key: 'incomplete',
      actions: ['reload', 'always-record'],
    },
    { situation: { tab: null }, key: 'connecting', actions: [] },
    { situation: { tab: null, connection: 'lost' }, key: 'lost', actions: [] },
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
    { situation: { total: 1, gap: NOT_GRANTED }, keys: ['page-not-granted'] },
    { situation: { total: 0, gap: NOT_GRANTED }, keys: [] },
    { situation: { total: 0, gap: { kind: 'targets-unknown' } }, keys: [] },
    { situation: { total: 0, tab: LATE, gap: { kind: 'targets-unknown' } }, keys: ['targets-unknown'] },
    { situation: { total: 1, gap: { kind: 'targets-unknown' } }, keys: ['targets-unknown'] },
    { situation: { connection: 'lost', tab: null }, keys: [] },
    { situation: { connection: 'lost' }, keys: ['lost'] },
    { situation: { report: REPORT, tab: LATE, total: 1 }, keys: ['report'] },
    { situation: { report: { ...REPORT, leftOut: 2 } }, keys: ['report', 'report-cut'] },
    { situation: { opening: 'a.har', total: 1 }, keys: ['opening'] },
    { situation: { report: { ...REPORT, har: HAR } }, keys: ['report', 'har-unknown', 'har-left-out'] },
    { situation: { report: { ...REPORT, har: { ...HAR, leftOut: [], unknown: [] } } }, keys: ['report'] },
    { situation: { fileProblem: { file: 'a', kind: 'not-json' } }, keys: ['file-problem'] },
    {
      situation: { fileProblem: { file: 'a', kind: 'unreadable' }, report: REPORT },
      keys: ['file-problem', 'report'],
    },
    { situation: { tab: { ...TAB, dropped: 4, problem: 'storage-full' } }, keys: ['full', 'dropped'] },
  ])('$keys', ({ situation, keys }) => {
    expect(toNotices({ ...QUIET, ...situation }).map(({ key }) => key)).toEqual(keys);
  });
});

describe('the sites to grant', () => {
  const labelOf = (sites: readonly string[]) =>
    toEmpty({ ...QUIET, gap: { kind: 'targets-not-granted', sites } })?.actions[0]?.label;

  it.each([
    [['https://api.example'], 'Allow on api.example'],
    [['http://localhost:3000', 'http://localhost:4000'], 'Allow on localhost'],
    [['https://a.example', 'https://b.example'], 'Allow on these 2 sites'],
  ])('%j: %s', (sites, label) => {
    expect(labelOf(sites)).toBe(label);
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

  it('is none in a private window', () => {
    expect(siteOf({ ...TAB, page: 'https://www.example.com/', isPrivate: true })).toBeNull();
  });
});

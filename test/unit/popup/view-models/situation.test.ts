import { describe, expect, it } from 'vitest';
import type { TabState } from '../../../../src/messages/messages.ts';
import {
  type PopupSituation,
  toPopupEmpty,
  toPopupNotices,
} from '../../../../src/popup/view-models/situation.ts';
import { TAB } from '../../../gallery/states.ts';

const SHOP = 'https://www.example.com/shop';
const QUIET: PopupSituation = {
  connection: 'live',
  tab: { ...TAB, page: SHOP },
  gap: { kind: 'none' },
  url: SHOP,
  total: 0,
};

const tab = (change: Partial<TabState>): Partial<PopupSituation> => ({
  tab: { ...TAB, page: SHOP, ...change },
});
const PAUSED = tab({ recording: { on: false, why: 'paused-by-user' } });
const OUT = tab({ recording: { on: false, why: 'out-of-scope' } });
const LATE = tab({ recording: { on: true, why: 'own-site', complete: false } });
const NO_ACCESS: Partial<PopupSituation> = { gap: { kind: 'nothing-granted', sites: [] } };
/** Out of scope, and no site that could be recorded always. */
const FILE = tab({ page: 'file:///index.html', recording: { on: false, why: 'out-of-scope' } });

describe('instead of a summary', () => {
  it.each<{ situation: Partial<PopupSituation>; key: string; actions: readonly string[] }>([
    { situation: { tab: null, connection: 'connecting' }, key: 'connecting', actions: [] },
    { situation: NO_ACCESS, key: 'nothing-granted', actions: ['grant'] },
    { situation: { ...NO_ACCESS, url: undefined }, key: 'nothing-granted', actions: ['grant'] },
    { situation: { url: undefined }, key: 'browser-page', actions: [] },
    { situation: { url: 'chrome-extension://own/page.html' }, key: 'browser-page', actions: [] },
    { situation: { url: 'about:blank' }, key: 'browser-page', actions: [] },
    { situation: PAUSED, key: 'paused', actions: ['resume'] },
    { situation: OUT, key: 'out-of-scope', actions: ['always-record'] },
    { situation: { ...FILE, url: 'file:///index.html' }, key: 'out-of-scope', actions: [] },
    { situation: LATE, key: 'incomplete', actions: ['reload'] },
    { situation: {}, key: 'no-cross-origin', actions: [] },
  ])('$key', ({ situation, key, actions }) => {
    const empty = toPopupEmpty({ ...QUIET, ...situation });
    expect(empty?.key).toBe(key);
    expect(empty?.actions.map(({ action }) => action)).toEqual(actions);
  });

  it.each([NO_ACCESS, PAUSED, OUT, LATE, {}])(
    'there is nothing as long as there are requests',
    (situation) => {
      expect(toPopupEmpty({ ...QUIET, ...situation, total: 1 })).toBeNull();
    },
  );
});

describe('above a summary', () => {
  it.each<{ situation: Partial<PopupSituation>; notices: readonly (readonly string[])[] }>([
    { situation: {}, notices: [] },
    { situation: { connection: 'lost' }, notices: [['lost']] },
    { situation: NO_ACCESS, notices: [['nothing-granted', 'grant']] },
    { situation: PAUSED, notices: [['paused', 'resume']] },
    { situation: OUT, notices: [['out-of-scope', 'always-record']] },
    { situation: FILE, notices: [['out-of-scope']] },
    { situation: LATE, notices: [['incomplete', 'reload']] },
  ])('$notices', ({ situation, notices }) => {
    const found = toPopupNotices({ ...QUIET, total: 1, ...situation });
    expect(found.map(({ key, actions }) => [key, ...actions.map(({ action }) => action)])).toEqual(notices);
  });

  it('is nothing but a lost connection where there is no summary', () => {
    expect(toPopupNotices({ ...QUIET, ...PAUSED })).toEqual([]);
    expect(toPopupNotices({ ...QUIET, tab: null, connection: 'lost' })).toMatchObject([{ key: 'lost' }]);
  });
});

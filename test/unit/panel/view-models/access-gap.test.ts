import { describe, expect, it } from 'vitest';
import type { TabState } from '../../../../src/messages/messages.ts';
import {
  type AccessFacts,
  type AccessGap,
  findAccessGap,
} from '../../../../src/panel/view-models/access-gap.ts';
import type { InspectedPage } from '../../../../src/platform/inspected-page.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aTabState } from '../../../tab-state.ts';

const SHOP = 'https://shop.example';
const API = 'https://api.example';

const TAB = aTabState({ page: `${SHOP}/cart` });
const { page: _, ...NO_PAGE } = TAB;
const NONE: TabState = { ...TAB, hostAccess: { sites: 'none' } };
const SOME: TabState = { ...TAB, hostAccess: { sites: 'some', patterns: ['*://shop.example/*'] } };
const OTHER: TabState = { ...TAB, hostAccess: { sites: 'some', patterns: ['*://other.example/*'] } };

type PageAnswer = Extract<InspectedPage, { kind: 'page' }>;

const asking = (...origins: string[]): PageAnswer => ({
  kind: 'page',
  origin: SHOP,
  asked: origins.map((origin) => ({ origin, at: 1 })),
  forbidden: [],
});

const forbidding = (page: PageAnswer, ...forbidden: string[]): PageAnswer => ({ ...page, forbidden });

describe('findAccessGap', () => {
  it.each<{ name: string; facts: Partial<AccessFacts>; gap: AccessGap }>([
    { name: 'all is granted', facts: {}, gap: { kind: 'none' } },
    { name: 'all is granted, and the page says the same', facts: { page: asking() }, gap: { kind: 'none' } },
    {
      name: 'nothing is granted, and nobody says where the page is',
      facts: { tab: { ...NO_PAGE, hostAccess: { sites: 'none' } } },
      gap: { kind: 'nothing-granted', sites: [] },
    },
    {
      name: 'nothing is granted, in Chromium',
      facts: { tab: NONE, page: asking(API) },
      gap: { kind: 'nothing-granted', sites: [SHOP] },
    },
    {
      name: 'nothing is granted, in Firefox',
      facts: { tab: NONE, page: asking(API), targetsNeedAccess: true },
      gap: { kind: 'nothing-granted', sites: [SHOP, API] },
    },
    {
      name: 'another site is granted',
      facts: { tab: OTHER },
      gap: { kind: 'page-not-granted', sites: [SHOP] },
    },
    {
      name: 'single sites are granted, and nobody says where the page is',
      facts: { tab: { ...NO_PAGE, hostAccess: SOME.hostAccess } },
      gap: { kind: 'page-not-granted', sites: [] },
    },
    {
      name: 'the page’s site is granted, which is enough in Chromium',
      facts: { tab: SOME },
      gap: { kind: 'none' },
    },
    {
      name: 'the page’s site is granted, which says nothing of the targets in Firefox',
      facts: { tab: SOME, targetsNeedAccess: true },
      gap: { kind: 'targets-unknown' },
    },
    {
      name: 'the page’s site is granted, and it asked no other',
      facts: { tab: SOME, page: asking(SHOP), targetsNeedAccess: true },
      gap: { kind: 'none' },
    },
    {
      name: 'the page’s site is granted, not the one that it asked',
      facts: { tab: SOME, page: asking(API), targetsNeedAccess: true },
      gap: { kind: 'targets-not-granted', sites: [API] },
    },
    {
      name: 'the page asked a site, and the browser shows nothing of it',
      facts: { page: asking(API), targetsNeedAccess: true },
      gap: { kind: 'hidden', sites: [API] },
    },
    {
      name: 'it shows something of it',
      facts: { page: asking(API), exchanges: [anExchange({ url: `${API}/users` })] },
      gap: { kind: 'none' },
    },
    {
      name: 'what it showed may have been dropped',
      facts: { tab: { ...TAB, dropped: 1 }, page: asking(API) },
      gap: { kind: 'none' },
    },
    {
      name: 'nothing is recorded',
      facts: { tab: { ...TAB, recording: { on: false, why: 'paused-by-user' } }, page: asking(API) },
      gap: { kind: 'none' },
    },
    {
      name: 'the page’s policy forbids it to ask a site',
      facts: { page: forbidding(asking(API), API) },
      gap: { kind: 'forbidden', sites: [API] },
    },
    {
      name: 'it forbids it only where another site redirects there, or in part',
      facts: { page: forbidding(asking(), API), exchanges: [anExchange({ url: `${API}/users` })] },
      gap: { kind: 'none' },
    },
    {
      name: 'the page is on https and asked over http',
      facts: { page: asking('http://api.example') },
      gap: { kind: 'mixed-content', sites: ['http://api.example'] },
    },
    {
      name: 'it asked this computer over http, which is no mixed content',
      facts: { page: asking('http://localhost:3000') },
      gap: { kind: 'hidden', sites: ['http://localhost:3000'] },
    },
    {
      name: 'some of what it asked is stopped, and some hidden',
      facts: { page: forbidding(asking('http://api.example', 'https://b.example'), API) },
      gap: { kind: 'hidden', sites: ['https://b.example'] },
    },
    { name: 'the browser refuses', facts: { page: { kind: 'refused' } }, gap: { kind: 'kept-out' } },
    {
      name: 'all is granted, and the browser doesn’t tell where the page is',
      facts: { tab: NO_PAGE, page: asking() },
      gap: { kind: 'kept-out' },
    },
    {
      name: 'the tab has gone on to a page of which the browser tells nothing',
      facts: { tab: { ...TAB, isKeptOut: true } },
      gap: { kind: 'kept-out' },
    },
    {
      name: 'it has gone on so, and not all is granted',
      facts: { tab: { ...SOME, isKeptOut: true } },
      gap: { kind: 'page-not-granted', sites: [] },
    },
    {
      name: 'an empty tab',
      facts: { tab: NO_PAGE, page: { kind: 'page', origin: 'null', asked: [], forbidden: [] } },
      gap: { kind: 'none' },
    },
  ])('$name', ({ facts, gap }) => {
    expect(
      findAccessGap({ tab: TAB, page: null, exchanges: [], targetsNeedAccess: false, ...facts }),
    ).toEqual(gap);
  });
});

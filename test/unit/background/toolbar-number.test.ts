import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Background } from '../../../src/background/background.ts';
import { DELTA_INTERVAL_MS } from '../../../src/model/limits.ts';
import type { WebRequestDetails } from '../../../src/platform/web-request.ts';
import { PAGE, request } from './event-streams.ts';
import { FakeBrowser, FakePanel } from './fake-platform.ts';

const SITE = 'https://shop.example';

/** A tab that is not recorded. */
const ELSEWHERE = { tabId: 99, initiator: 'https://elsewhere.example' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function started(browser: FakeBrowser): Promise<Background> {
  const background = browser.boot();
  await background.start();
  return background;
}

const batch = () => vi.advanceTimersByTimeAsync(DELTA_INTERVAL_MS);

function block(background: Background, id: string, options: Partial<WebRequestDetails> = {}): void {
  const r = request('chromium', id, options);
  for (const [kind, details] of [r.before(), r.sent(), r.answered(500), r.failed('net::ERR_FAILED')]) {
    background.onRequest(kind, details);
  }
}

function navigate(background: Background, url: string): void {
  const page = { requestId: 'nav', url, method: 'GET', type: 'main_frame', tabId: 1, frameId: 0 };
  background.onNavigation('before-request', { ...page, timeStamp: 1 });
  background.onNavigation('headers-received', { ...page, timeStamp: 1, statusCode: 200 });
}

describe('the number on the toolbar button', () => {
  let browser: FakeBrowser;
  let background: Background;
  const text = () => browser.badges.get(1)?.text;

  beforeEach(async () => {
    browser = new FakeBrowser();
    background = await started(browser);
    navigate(background, `${PAGE}/`);
    block(background, '1');
    block(background, '2');
    await batch();
  });

  it('is that of the tab’s blocked requests', () => {
    expect([...browser.badges]).toEqual([[1, { text: '2', title: 'CORS Lens: 2 blocked requests' }]]);
  });

  it('goes with the page', async () => {
    navigate(background, `${PAGE}/next`);
    await batch();
    expect(text()).toBe('');
  });

  it('stays with the page’s requests, although the browser drops it', async () => {
    FakePanel.open(background, 1).send({ kind: 'set-keep-on-navigation', on: true });
    navigate(background, `${PAGE}/next`);
    browser.badges.clear();
    background.onTabLoaded(1);
    await batch();
    expect(text()).toBe('2');
  });

  it('goes when the user clears the list', async () => {
    FakePanel.open(background, 1).send({ kind: 'clear' });
    await batch();
    expect(text()).toBe('');
  });

  it('goes when the user turns it off, for this and the next start, and comes back', async () => {
    const panel = FakePanel.open(background, 1);
    panel.send({ kind: 'set-count-on-button', on: false });
    expect(text()).toBe('');
    await batch();
    expect(panel.tab?.countOnButton).toBe(false);
    block(background, '3');
    await background.flush();

    const next = await started(browser);
    block(next, '4');
    await batch();
    expect(text()).toBe('');
    FakePanel.open(next, 1).send({ kind: 'set-count-on-button', on: true });
    await batch();
    expect(text()).toBe('4');
  });

  it('is the same after a stop of the background', async () => {
    await background.flush();
    browser.badges.clear();
    await started(browser);
    await batch();
    expect(text()).toBe('2');
  });

  it('is set right where requests were lost in a stop', async () => {
    await background.flush();
    for (const key of browser.session.items.keys())
      if (key.startsWith('x:')) browser.session.items.delete(key);
    await started(browser);
    await batch();
    expect(text()).toBe('');
  });

  it('counts a worker in every tab of its origin', async () => {
    browser.tabs = [
      { tabId: 1, url: `${PAGE}/` },
      { tabId: 2, url: `${PAGE}/other` },
      { tabId: 3, url: 'http://localhost:9/' },
    ];
    background.onHostAccessChanged();
    await batch();
    block(background, 'w', { tabId: -1 });
    await batch();
    expect([1, 2, 3].map((tabId) => browser.badges.get(tabId)?.text)).toEqual(['3', '1', undefined]);
  });
});

describe('the popup', () => {
  it('looks at a tab without recording it', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${SITE}/`);
    const popup = FakePanel.open(background, 1, false);
    block(background, 'elsewhere', ELSEWHERE);
    expect(browser.listeners.isOn).toBe(false);
    expect(popup.tab?.recording).toEqual({ on: false, why: 'out-of-scope' });
  });

  it('changes nothing about a tab that a panel watches, or watches no more', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${SITE}/`);
    const panel = FakePanel.open(background, 1);
    const popup = FakePanel.open(background, 1, false);
    popup.disconnect();
    block(background, 'elsewhere', ELSEWHERE);
    expect(browser.listeners.isOn).toBe(true);
    FakePanel.open(background, 1, false);
    panel.disconnect();
    block(background, 'elsewhere', ELSEWHERE);
    expect(browser.listeners.isOn).toBe(false);
  });

  it('is told what changes while it is open', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const popup = FakePanel.open(background, 1, false);
    block(background, '1');
    await batch();
    expect(popup.exchanges.map(({ id }) => id)).toEqual(['1']);
  });
});

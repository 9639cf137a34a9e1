import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Background } from '../../../src/background/background.ts';
import type { WebRequestDetails } from '../../../src/platform/web-request.ts';
import { type EngineName, PAGE, request } from './event-streams.ts';
import { FakeBrowser, FakePanel } from './fake-platform.ts';

const NORMAL = 1;
const PRIVATE = 2;
const WORKER = { tabId: -1, frameId: -1 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const deltas = () => vi.advanceTimersByTimeAsync(1_000);
const idsIn = (panel: FakePanel): readonly string[] => panel.exchanges.map(({ id }) => id);

/** A page in each kind of window; the browser tells of the private one's as that engine does. */
async function bothWindows(engine: EngineName, site = PAGE): Promise<[FakeBrowser, Background]> {
  const browser = new FakeBrowser(engine);
  browser.tabs = [
    { tabId: NORMAL, url: `${site}/`, isPrivate: false },
    { tabId: PRIVATE, url: `${site}/`, isPrivate: true },
  ];
  const background = browser.boot();
  await background.start();
  return [browser, background];
}

function ask(background: Background, id: string, change: Partial<WebRequestDetails>): void {
  const r = request('firefox', id, change);
  for (const [kind, event] of [r.before(), r.sent(), r.answered(200), r.done()]) {
    background.onRequest(kind, event);
  }
}

describe('private windows', () => {
  it('of Firefox show their own workers, and no others do', async () => {
    const [, background] = await bothWindows('firefox');
    const panels = [NORMAL, PRIVATE].map((tabId) => FakePanel.open(background, tabId));
    ask(background, '1', { ...WORKER, incognito: false });
    ask(background, '2', { ...WORKER, incognito: true });
    await deltas();
    expect(panels.map(idsIn)).toEqual([['1'], ['2']]);
  });

  it('are known for what they are from the first request of their page', async () => {
    const browser = new FakeBrowser('firefox');
    const background = browser.boot();
    await background.start();
    const details = { requestId: 'n', url: `${PAGE}/`, method: 'GET', type: 'main_frame', frameId: 0 };
    for (const incognito of [false, true]) {
      const navigation = { ...details, tabId: incognito ? PRIVATE : NORMAL, timeStamp: 1, incognito };
      background.onNavigation('before-request', navigation);
      background.onNavigation('headers-received', { ...navigation, statusCode: 200 });
    }
    const panels = [NORMAL, PRIVATE].map((tabId) => FakePanel.open(background, tabId));
    expect(panels.map(({ tab }) => tab?.isPrivate)).toEqual([undefined, true]);
    ask(background, '1', { ...WORKER, incognito: true });
    await deltas();
    expect(panels.map(idsIn)).toEqual([[], ['1']]);
  });

  it('of Chromium share the workers with the others: it doesn’t tell whose they are', async () => {
    const [, background] = await bothWindows('chromium');
    const panels = [NORMAL, PRIVATE].map((tabId) => FakePanel.open(background, tabId));
    const r = request('chromium', '1', WORKER);
    background.onRequest(...r.before());
    await deltas();
    expect(panels.map(idsIn)).toEqual([['1'], ['1']]);
  });

  it('leave nothing of their workers when they are closed', async () => {
    const [browser, background] = await bothWindows('firefox');
    ask(background, '1', { ...WORKER, incognito: true });
    ask(background, '2', { ...WORKER, incognito: false });
    await background.flush();
    expect([...browser.session.items.keys()]).toEqual(expect.arrayContaining(['x:1', 'x:2']));
    background.onTabClosed(PRIVATE);
    await background.flush();
    expect([...browser.session.items.keys()]).not.toContain('x:1');
    expect([...browser.session.items.keys()]).toContain('x:2');
  });

  it.each<EngineName>(['chromium', 'firefox'])('put no site on the disk, in %s', async (engine) => {
    const site = 'https://shop.example';
    const [browser, background] = await bothWindows(engine, site);
    const [ofNormal, ofPrivate] = [FakePanel.open(background, NORMAL), FakePanel.open(background, PRIVATE)];
    ofPrivate.send({ kind: 'set-site', origin: site, on: true });
    expect(browser.stored).toBeUndefined();
    ofNormal.send({ kind: 'set-site', origin: site, on: true });
    expect(browser.stored).toMatchObject({ sites: [site] });
  });
});

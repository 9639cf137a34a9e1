import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Background } from '../../../src/background/background.ts';
import type { HostAccess } from '../../../src/model/host-access.ts';
import {
  CLOSING_INTERVAL_MS,
  DELTA_INTERVAL_MS,
  LISTENING_PAUSE_MS,
  MAX_EXCHANGES_PER_MESSAGE,
  MAX_EXCHANGES_PER_TAB,
  MAX_MESSAGES_UNDERWAY,
  MAX_PAGE_URL_LENGTH,
  MAX_TABS,
  PANEL_RECONNECT_MS,
} from '../../../src/model/limits.ts';
import type { WebRequestDetails } from '../../../src/platform/web-request.ts';
import { API, PAGE, request, type StreamEvent, summary } from './event-streams.ts';
import { applied, FakeBrowser, FakePanel } from './fake-platform.ts';

const SITE = 'https://shop.example';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function started(browser: FakeBrowser): Promise<Background> {
  const background = browser.boot();
  await background.start();
  return background;
}

const deltas = () => vi.advanceTimersByTimeAsync(DELTA_INTERVAL_MS);

function send(background: Background, events: readonly StreamEvent[]): void {
  for (const [kind, details] of events) background.onRequest(kind, details);
}

function page(url: string, change: Partial<WebRequestDetails> = {}): WebRequestDetails {
  return {
    requestId: 'nav',
    url,
    method: 'GET',
    type: 'main_frame',
    tabId: 1,
    frameId: 0,
    timeStamp: 2_000_000,
    ...change,
  };
}

function navigate(background: Background, url: string, change: Partial<WebRequestDetails> = {}): void {
  background.onNavigation('before-request', page(url, change));
  background.onNavigation('headers-received', page(url, { statusCode: 200, ...change }));
}

function simple(id: string, options: Partial<Parameters<typeof request>[2]> = {}): StreamEvent[] {
  const r = request('chromium', id, options);
  return [r.before(), r.sent(), r.answered(200), r.done()];
}

/** A tab that is not recorded makes a request. */
function wander(background: Background): void {
  send(background, simple('elsewhere', { origin: 'https://elsewhere.example', tabId: 99 }));
}

describe('listening', () => {
  it('goes on while nothing happens, recorded or not: who knows which page is opened next', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${SITE}/` }];
    const background = browser.boot();
    expect(browser.listeners.isOn).toBe(true);
    await background.start();
    await vi.advanceTimersByTimeAsync(LISTENING_PAUSE_MS);
    expect(browser.listeners.isOn).toBe(true);
  });

  it('pauses when a page that is not recorded makes requests, but less long than would let it be stopped', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    wander(background);
    expect(browser.listeners.isOn).toBe(false);
    await vi.advanceTimersByTimeAsync(LISTENING_PAUSE_MS - 1);
    expect(browser.listeners.isOn).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(browser.listeners.isOn).toBe(true);
    wander(background);
    expect(browser.listeners.isOn).toBe(false);
  });

  it('never pauses while a tab is recorded', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    const background = await started(browser);
    wander(background);
    expect(browser.listeners.isOn).toBe(true);
  });

  it('reads no header of a tab that is not recorded, beside one that is, and keeps and writes nothing', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    const background = await started(browser);
    send(background, simple('1'));
    await deltas();
    await background.flush();
    const { writes } = browser.session;
    const read = new Set<PropertyKey>();
    const get = (details: WebRequestDetails, name: PropertyKey): unknown => {
      read.add(name);
      return Reflect.get(details, name);
    };
    for (const [kind, details] of simple('2', { origin: SITE, tabId: 99 })) {
      background.onRequest(kind, new Proxy(details, { get }));
    }
    await deltas();
    await background.flush();
    expect([...read]).not.toEqual(expect.arrayContaining(['requestHeaders']));
    expect([...read]).not.toEqual(expect.arrayContaining(['responseHeaders']));
    expect(browser.session.writes).toBe(writes);
    expect(FakePanel.open(background, 99).exchanges).toEqual([]);
    expect(browser.listeners.isOn).toBe(true);
  });

  it('never pauses before it is known what is recorded', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    const background = browser.boot();
    wander(background);
    await background.start();
    expect(browser.listeners.isOn).toBe(true);
  });

  it('goes on before a page of a recorded origin loads, and until it is left', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    wander(background);
    background.onNavigation('before-request', page(`${PAGE}/`));
    expect(browser.listeners.isOn).toBe(true);
    background.onNavigation('headers-received', page(`${PAGE}/`, { statusCode: 200 }));
    wander(background);
    expect(browser.listeners.isOn).toBe(true);
    navigate(background, `${SITE}/`);
    wander(background);
    expect(browser.listeners.isOn).toBe(false);
  });

  it('a pause that was broken off does not end the next one early', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    wander(background);
    navigate(background, `${PAGE}/`);
    await vi.advanceTimersByTimeAsync(LISTENING_PAUSE_MS - 1);
    navigate(background, `${SITE}/`);
    wander(background);
    await vi.advanceTimersByTimeAsync(LISTENING_PAUSE_MS - 1);
    expect(browser.listeners.isOn).toBe(false);
  });

  it('does not pause for the end of a request that was recorded', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${SITE}/`);
    const panel = FakePanel.open(background, 1);
    const r = request('chromium', '1', { origin: SITE });
    send(background, [r.before(), r.sent()]);
    panel.disconnect();
    send(background, [r.answered(200), r.done()]);
    expect(browser.listeners.isOn).toBe(true);
    expect(FakePanel.open(background, 1).exchanges.map(summary)).toEqual([expect.stringContaining('200')]);
  });

  it.each<[string, Partial<WebRequestDetails>, 'headers-received' | 'error']>([
    [
      'a download',
      { statusCode: 200, responseHeaders: [{ name: 'content-disposition', value: 'attachment' }] },
      'headers-received',
    ],
    ['an empty answer', { statusCode: 204 }, 'headers-received'],
    ['a stopped navigation', { error: 'net::ERR_ABORTED' }, 'error'],
  ])('is not needed after %s', async (_, change, kind) => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    background.onNavigation('before-request', page(`${PAGE}/`));
    background.onNavigation(kind, page(`${PAGE}/`, change));
    wander(background);
    expect(browser.listeners.isOn).toBe(false);
  });

  it.each<[string, (background: Background) => void]>([
    ['is recorded', (b) => navigate(b, `${PAGE}/`)],
    ['is on its way to be', (b) => b.onNavigation('before-request', page(`${PAGE}/`))],
  ])('is not needed after a tab is closed that %s', async (_, go) => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    go(background);
    wander(background);
    expect(browser.listeners.isOn).toBe(true);
    background.onTabClosed(1);
    wander(background);
    expect(browser.listeners.isOn).toBe(false);
  });

  it('follows the panels and the settings', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    const isOn = () => {
      wander(background);
      return browser.listeners.isOn;
    };
    navigate(background, `${SITE}/`);
    expect(isOn()).toBe(false);
    const panel = FakePanel.open(background, 1);
    expect(isOn()).toBe(true);
    panel.disconnect();
    expect(isOn()).toBe(false);
    const again = FakePanel.open(background, 1);
    again.send({ kind: 'set-site', origin: SITE, on: true });
    again.disconnect();
    expect(isOn()).toBe(true);
    expect(browser.stored).toMatchObject({ sites: [SITE], everywhere: false });
  });

  it.each<[string, Partial<WebRequestDetails>, string, string, string[]]>([
    ['a page that has left a recorded one', {}, `${PAGE}/`, SITE, []],
    ['a page that follows one that is not recorded', {}, `${SITE}/`, PAGE, ['1']],
    ['a frame of a recorded page', { frameId: 7 }, `${PAGE}/`, SITE, ['1']],
    ['a frame of a page that is not recorded', { frameId: 7 }, `${SITE}/`, PAGE, []],
    ['a page without an origin', {}, `${PAGE}/`, 'null', ['1']],
  ])(
    'judges a request by who made it, also where the tab is behind: %s',
    async (_, change, url, origin, ids) => {
      const browser = new FakeBrowser();
      browser.tabs = [{ tabId: 1, url }];
      const background = await started(browser);
      send(background, simple('1', { origin, ...change }));
      expect(FakePanel.open(background, 1).exchanges.map(({ id }) => id)).toEqual(ids);
    },
  );

  it('takes what is told in another order while it starts as it happened', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    const background = browser.boot();
    const [before, sent, answered, done] = simple('1') as [
      StreamEvent,
      StreamEvent,
      StreamEvent,
      StreamEvent,
    ];
    send(background, [answered, done, before, sent]);
    await background.start();
    expect(FakePanel.open(background, 1).exchanges.map(({ outcome }) => outcome.state)).toEqual([
      'completed',
    ]);
  });

  it('takes a redirect to its own URL for what it is, also while it starts', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    const background = browser.boot();
    const r = request('chromium', '1');
    send(background, [r.before(), r.sent(), r.answered(302), r.redirected(API)]);
    send(background, [r.before(), r.sent(), r.answered(200), r.done()]);
    await background.start();
    expect(FakePanel.open(background, 1).exchanges.map(({ hops }) => hops.length)).toEqual([2]);
  });

  it('says whether the page was recorded from its first request', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${SITE}/` }];
    const background = await started(browser);
    const panel = FakePanel.open(background, 1);
    expect(panel.tab?.recording).toEqual({ on: true, why: 'panel-open', complete: false });
    navigate(background, `${SITE}/next`);
    expect(panel.tab?.recording).toEqual({ on: true, why: 'panel-open', complete: true });
    panel.send({ kind: 'set-recording', on: false });
    panel.send({ kind: 'set-recording', on: true });
    await deltas();
    expect(panel.tab?.recording).toEqual({ on: true, why: 'panel-open', complete: false });
  });

  it.each([`${SITE}/`, 'about:blank', undefined])(
    'is of the panel’s own tab, %s, whenever its user hasn’t paused it',
    async (url) => {
      const browser = new FakeBrowser();
      browser.tabs = [{ tabId: 1, ...(url === undefined ? {} : { url }) }];
      const background = await started(browser);
      const panel = FakePanel.open(background, 1);
      panel.send({ kind: 'set-recording', on: false });
      await deltas();
      navigate(background, `${SITE}/next`);
      panel.send({ kind: 'set-recording', on: true });
      await deltas();
      const states = panel.messages.map(({ tab: { recording } }) => recording.why);
      expect(new Set(states)).toEqual(new Set(['panel-open', 'paused-by-user']));
      expect(states.at(-1)).toBe('panel-open');
    },
  );

  it('is not complete if it began after the answer to the navigation', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    wander(background);
    browser.time = 3_000_000;
    navigate(background, `${PAGE}/`);
    expect(FakePanel.open(background, 1).tab?.recording).toMatchObject({ on: true, complete: false });
  });
});

describe('a panel', () => {
  it('gets what was recorded before it was opened, then what changes', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    send(background, simple('1'));
    const panel = FakePanel.open(background, 1);
    expect(panel.exchanges.map(summary)).toEqual(['GET 200: completed']);
    send(background, simple('2').slice(0, 1));
    await deltas();
    expect(panel.exchanges.map(summary)).toEqual(['GET 200: completed', 'GET: pending']);
  });

  it('sees its own tab only, and the workers of its page', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    navigate(background, 'http://localhost:4000/', { tabId: 2 });
    send(background, simple('1'));
    send(background, simple('2', { tabId: 2 }));
    send(background, simple('3', { tabId: -1, frameId: -1, timeStamp: 3_000_000 }).map(later));
    const ids = (tabId: number) => FakePanel.open(background, tabId).exchanges.map(({ id }) => id);
    expect(ids(1)).toEqual(['1', '3']);
    expect(ids(2)).toEqual(['2']);
  });

  it('is cleared by a navigation, unless the user keeps', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    send(background, simple('1').slice(0, 2));
    navigate(background, `${PAGE}/two`, { timeStamp: 2_000_001 });
    await deltas();
    expect(panel.exchanges).toEqual([]);
    expect(panel.tab?.navigations.map(({ url }) => url)).toEqual([`${PAGE}/two`]);
    panel.send({ kind: 'set-keep-on-navigation', on: true });
    send(background, simple('2').slice(0, 2));
    navigate(background, `${PAGE}/three?token=x`, { timeStamp: 2_000_002 });
    await deltas();
    expect(panel.exchanges.map(summary)).toEqual(['GET: navigation']);
    expect(panel.tab?.navigations.map(({ url }) => url)).toEqual([
      `${PAGE}/two`,
      `${PAGE}/three?token=masked-1`,
    ]);
  });

  it('can clear and pause', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    send(background, simple('1'));
    panel.send({ kind: 'clear' });
    await deltas();
    expect(panel.exchanges).toEqual([]);
    panel.send({ kind: 'set-recording', on: false });
    send(background, simple('2'));
    await deltas();
    expect(panel.exchanges).toEqual([]);
    expect(panel.tab?.recording).toEqual({ on: false, why: 'paused-by-user' });
  });

  it('gets a big recording in small messages', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    for (let n = 0; n < MAX_EXCHANGES_PER_MESSAGE + 1; n += 1) send(background, simple(`${n}`));
    const panel = FakePanel.open(background, 1);
    expect(panel.messages.map(({ kind }) => kind)).toEqual(['snapshot', 'delta']);
    expect(panel.exchanges.length).toBe(MAX_EXCHANGES_PER_MESSAGE + 1);
  });

  it('gets the rest of a big recording as fast as it takes it in', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const count = MAX_EXCHANGES_PER_MESSAGE * (MAX_MESSAGES_UNDERWAY + 2);
    for (let n = 0; n < count; n += 1) send(background, simple(`${n}`).slice(0, 1));
    const panel = new FakePanel();
    panel.isHeld = true;
    background.onPanel(panel.port);
    panel.send({ kind: 'subscribe', tabId: 1, watches: true });
    expect(panel.messages.length).toBe(MAX_MESSAGES_UNDERWAY);
    panel.send({ kind: 'received' });
    expect(panel.messages.length).toBe(MAX_MESSAGES_UNDERWAY + 1);
    panel.send({ kind: 'received' });
    expect(panel.exchanges.length).toBe(count);
  });

  it('that takes nothing in gets no more, and then everything once, as it is by then', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    panel.isHeld = true;
    const all = Array.from({ length: 40 }, (_, n) => simple(`${n}`));
    for (const part of [0, 1, 2, 3]) {
      for (const events of all) {
        send(background, events.slice(part, part + 1));
        await deltas();
      }
    }
    expect(panel.messages.length).toBeLessThanOrEqual(MAX_MESSAGES_UNDERWAY + 1);
    const before = panel.messages.length;
    panel.isHeld = false;
    for (let n = 0; n < MAX_MESSAGES_UNDERWAY; n += 1) panel.send({ kind: 'received' });
    await deltas();
    expect(panel.messages.length).toBe(before + 1);
    expect(panel.exchanges.map(summary)).toEqual(all.map(() => 'GET 200: completed'));
  });

  it('is told of what was dropped of its tab, and of its workers', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    navigate(background, 'http://localhost:4000/', { tabId: 2 });
    const tooMany = `?${'x'.repeat(1_000)}`;
    for (let n = 0; n < MAX_EXCHANGES_PER_TAB + 2; n += 1) {
      send(background, simple(`t${n}`).slice(0, 1));
      send(
        background,
        simple(`w${n}`, { tabId: -1, frameId: -1, url: `https://w.example/${tooMany}` }).map(later),
      );
    }
    const panel = FakePanel.open(background, 1);
    for (let n = 0; n < 5; n += 1) await deltas();
    expect(panel.tab?.dropped).toBe(4);
    expect(panel.exchanges.length).toBe(2 * MAX_EXCHANGES_PER_TAB);
    expect(FakePanel.open(background, 2).tab?.dropped).toBe(0);
  });

  it('keeps a closed tab until it goes itself', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    send(background, simple('1').slice(0, 1));
    background.onTabClosed(1);
    await deltas();
    expect(panel.exchanges.map(summary)).toEqual(['GET: tab-closed']);
    panel.disconnect();
    expect(FakePanel.open(background, 1).exchanges).toEqual([]);
  });

  it('loses a request that turns out to be none, also when it was shown already', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    const probe = request('chromium', '1', { type: 'font' });
    send(background, [probe.before()]);
    await deltas();
    expect(panel.exchanges.length).toBe(1);
    send(background, [probe.failed('net::ERR_CACHE_MISS')]);
    await deltas();
    expect(panel.exchanges).toEqual([]);
  });

  it('learns of pages that a new permission lets us know', async () => {
    const browser = new FakeBrowser();
    browser.hostAccess = { sites: 'none' };
    const background = await started(browser);
    const panel = FakePanel.open(background, 1);
    expect(panel.tab).toMatchObject({ hostAccess: { sites: 'none' } });
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    browser.hostAccess = { sites: 'all' };
    background.onHostAccessChanged();
    await deltas();
    expect(panel.tab).toMatchObject({
      hostAccess: { sites: 'all' },
      page: `${PAGE}/`,
      recording: { why: 'development-origin' },
    });
  });

  it('learns that access was withdrawn, and that what it shows of the page isn’t complete any more', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    send(background, simple('1'));
    expect(panel.tab).toMatchObject({ hostAccess: { sites: 'all' }, recording: { complete: true } });
    browser.hostAccess = { sites: 'some', patterns: ['*://other.example/*'] };
    background.onHostAccessChanged();
    await deltas();
    expect(panel.tab).toMatchObject({ hostAccess: browser.hostAccess, recording: { complete: false } });
    expect(panel.exchanges.length).toBe(1);
  });

  it('opens a panel in a tab of its own, where it may ask for access', async () => {
    const browser = new FakeBrowser();
    const panel = FakePanel.open(await started(browser), 7);
    panel.send({ kind: 'open-in-tab' });
    expect(browser.panelTabs).toEqual([7]);
  });

  it('is not moved by nonsense', async () => {
    const background = await started(new FakeBrowser());
    const panel = new FakePanel();
    background.onPanel(panel.port);
    // As a stranger would send it.
    for (const junk of [null, 5, {}, { kind: 'subscribe' }, { kind: 'clear', extra: 1 }])
      panel.send(junk as never);
    expect(panel.messages).toEqual([]);
  });

  it('comes to the same when messages are applied twice', async () => {
    const step = fc.constantFrom('request', 'answer', 'clear', 'navigate', 'wait');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const background = await started(new FakeBrowser());
        navigate(background, `${PAGE}/`);
        const panel = FakePanel.open(background, 1);
        let id = 0;
        for (const each of steps) {
          if (each === 'request') {
            id += 1;
            send(background, simple(`${id}`).slice(0, 2));
          }
          if (each === 'answer') send(background, simple(`${id}`).slice(2));
          if (each === 'clear') panel.send({ kind: 'clear' });
          if (each === 'navigate') navigate(background, `${PAGE}/${id}`);
          if (each === 'wait') await deltas();
        }
        await deltas();
        const twice = panel.messages.flatMap((message) => [message, message]);
        expect(applied(twice)).toEqual(panel.exchanges);
        expect(FakePanel.open(background, 1).exchanges).toEqual(panel.exchanges);
        background.onTabClosed(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('without access to every site', () => {
  const SEEN = 'https://seen.example/';
  const HIDDEN = 'https://hidden.example/';
  const ONLY_SEEN: HostAccess = {
    sites: 'some',
    patterns: ['http://localhost/*', 'https://api.example/*', 'https://seen.example/*'],
  };

  it.each<['chromium' | 'firefox', string, string]>([
    ['firefox', HIDDEN, 'GET 302: no-access'],
    ['firefox', SEEN, 'GET 302: pending'],
    ['firefox', 'ftp://seen.example/', 'GET 302: pending'],
    // Access to the page's own site is enough there.
    ['chromium', HIDDEN, 'GET 302: pending'],
    ['chromium', SEEN, 'GET 302: pending'],
  ])('in %s, a redirect to %s: %s', async (engine, to, expected) => {
    const browser = new FakeBrowser(engine);
    browser.hostAccess = ONLY_SEEN;
    const background = await started(browser);
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    const r = request(engine, '1');
    send(background, [r.before(), r.sent(), r.answered(302), r.redirected(to)]);
    await deltas();
    expect(panel.exchanges.map(summary)).toEqual([expected]);
  });

  it.each<['chromium' | 'firefox', HostAccess, readonly string[]]>([
    ['firefox', ONLY_SEEN, ['GET: no-access', 'GET: pending']],
    ['chromium', ONLY_SEEN, ['GET: pending', 'GET: pending']],
    ['chromium', { sites: 'some', patterns: ['https://*/*'] }, ['GET: no-access', 'GET: no-access']],
    ['chromium', { sites: 'none' }, ['GET: no-access', 'GET: no-access']],
  ])('in %s, what was pending when the user left us %j: %j', async (engine, left, expected) => {
    const browser = new FakeBrowser(engine);
    const background = await started(browser);
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    send(background, [request(engine, '1', { url: HIDDEN }).before(), request(engine, '2').before()]);
    browser.hostAccess = left;
    background.onHostAccessChanged();
    await deltas();
    expect(panel.exchanges.map(summary)).toEqual(expected);
  });
});

describe('recording is turned off', () => {
  it('and what runs is ended: nobody listens to it any more', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    send(background, simple('1').slice(0, 2));
    panel.send({ kind: 'set-recording', on: false });
    wander(background);
    await vi.advanceTimersByTimeAsync(CLOSING_INTERVAL_MS + DELTA_INTERVAL_MS);
    expect(panel.exchanges.map(summary)).toEqual(['GET: recorder-stopped']);
  });
});

describe('tabs', () => {
  it('beyond the limit are forgotten: first one of which nothing is recorded, never one that a panel shows', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    const panel = FakePanel.open(background, 1);
    navigate(background, `${PAGE}/`, { tabId: 1 });
    navigate(background, `${PAGE}/`, { tabId: 2 });
    send(background, simple('1', { tabId: 2 }));
    for (let tabId = 3; tabId <= MAX_TABS + 10; tabId += 1) navigate(background, `${SITE}/`, { tabId });
    await background.flush();
    const tabs = [...browser.session.items.keys()].filter((key) => key.startsWith('t:'));
    expect(tabs.length).toBe(MAX_TABS);
    expect(tabs).toEqual(expect.arrayContaining(['t:1', 't:2', `t:${MAX_TABS + 10}`]));
    expect(tabs).not.toContain('t:3');
    expect(panel.tab?.page).toBe(`${PAGE}/`);
  });

  it('keep a page’s URL that is no longer than anyone reads', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/?q=${'x'.repeat(1_000_000)}`);
    const page = FakePanel.open(background, 1).tab?.page ?? '';
    expect(page.length).toBeLessThanOrEqual(MAX_PAGE_URL_LENGTH);
    expect(page).toBe(`${PAGE}/?q=...cut-from-1000025`);
  });
});

describe('a page stays', () => {
  it.each<[string, (background: Background) => void]>([
    [
      'while another is rendered ahead',
      (b) => navigate(b, `${PAGE}/next`, { documentLifecycle: 'prerender' }),
    ],
    [
      'when its own answer is cut off',
      (b) => b.onNavigation('error', page(`${PAGE}/`, { error: 'net::ERR_CONNECTION_RESET' })),
    ],
    [
      'when the next one is stopped',
      (b) => {
        b.onNavigation('before-request', page(`${PAGE}/next`));
        b.onNavigation('error', page(`${PAGE}/next`, { error: 'NS_BINDING_ABORTED' }));
      },
    ],
  ])('%s', async (_, happen) => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    send(background, simple('1'));
    happen(background);
    const panel = FakePanel.open(background, 1);
    expect(panel.exchanges.length).toBe(1);
    expect(panel.tab?.page).toBe(`${PAGE}/`);
  });

  it('not when the next one fails: the browser shows its error page', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    send(background, simple('1'));
    background.onNavigation('before-request', page(`${PAGE}/next`));
    background.onNavigation('error', page(`${PAGE}/next`, { error: 'net::ERR_CONNECTION_REFUSED' }));
    expect(FakePanel.open(background, 1).exchanges).toEqual([]);
  });
});

describe('a page that the browser keeps from extensions', () => {
  const isKeptOut = async (panel: FakePanel): Promise<boolean> => {
    await deltas();
    return panel.tab?.isKeptOut === true;
  };

  it('is told of as such, and leaves what was recorded before', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    send(background, simple('1'));
    const panel = FakePanel.open(background, 1);
    background.onTabKeptOut(1);
    expect(await isKeptOut(panel)).toBe(true);
    expect(panel.tab?.page).toBe(`${PAGE}/`);
    expect(panel.exchanges.length).toBe(1);
  });

  it('is no more than the beginning of a tab of which nothing is known', async () => {
    const background = await started(new FakeBrowser());
    const panel = FakePanel.open(background, 1);
    background.onTabKeptOut(1);
    expect(await isKeptOut(panel)).toBe(false);
  });

  it.each<readonly [string, (browser: FakeBrowser, background: Background) => void]>([
    ['with the next page', (_, background) => navigate(background, `${PAGE}/`)],
    ['when its URL is told', (_, background) => background.onTabUrlChanged(1, `${PAGE}/`)],
    [
      'when access to it is granted',
      (browser, background) => {
        browser.tabs = [{ tabId: 1, url: `${SITE}/` }];
        background.onHostAccessChanged();
      },
    ],
  ])('is over %s', async (_, happen) => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    background.onTabKeptOut(1);
    expect(await isKeptOut(panel)).toBe(true);
    happen(browser, background);
    await deltas();
    expect(await isKeptOut(panel)).toBe(false);
  });
});

describe('pages that come without a request', () => {
  it('show in the tab’s URL', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`);
    const panel = FakePanel.open(background, 1);
    background.onTabUrlChanged(1, `${PAGE}/pushed`);
    background.onTabUrlChanged(1, `${SITE}/`);
    await deltas();
    expect(panel.tab).toMatchObject({ page: `${SITE}/`, recording: { on: true, complete: false } });
    expect(panel.tab?.navigations.map(({ url }) => url)).toEqual([`${SITE}/`]);
  });

  it('are one page, whichever is told first: its URL, or the request for it', async () => {
    const browser = new FakeBrowser('firefox');
    const background = await started(browser);
    browser.time += 2_000;
    navigate(background, `${PAGE}/`, { timeStamp: browser.time - 1_000 });
    const panel = FakePanel.open(background, 1);
    panel.send({ kind: 'set-keep-on-navigation', on: true });
    background.onTabUrlChanged(1, `${SITE}/`);
    navigate(background, `${SITE}/`, { timeStamp: browser.time - 10 });
    await deltas();
    expect(panel.tab?.navigations).toEqual([
      { url: `${PAGE}/`, at: browser.time - 1_000 },
      { url: `${SITE}/`, at: browser.time - 10 },
    ]);
    expect(panel.tab?.recording).toMatchObject({ on: true, complete: true });
  });

  it('show when an earlier document sends requests again', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/first`, { timeStamp: 1 });
    const panel = FakePanel.open(background, 1);
    panel.send({ kind: 'set-keep-on-navigation', on: true });
    send(background, simple('1', { documentId: 'first' }));
    navigate(background, `${PAGE}/second`, { timeStamp: 2 });
    send(background, simple('2', { documentId: 'first' }));
    send(background, simple('3', { documentId: 'second' }));
    background.onTabUrlChanged(1, `${PAGE}/first`);
    send(background, simple('4', { documentId: 'first' }).map(later));
    background.onTabUrlChanged(1, `${PAGE}/pushed`);
    send(background, simple('5', { documentId: 'first' }).map(later));
    await deltas();
    expect(panel.exchanges.map(({ id, page }) => `${id} of ${page}`)).toEqual([
      `1 of ${PAGE}/first`,
      `2 of ${PAGE}/first`,
      `3 of ${PAGE}/second`,
      `4 of ${PAGE}/first`,
      `5 of ${PAGE}/pushed`,
    ]);
  });

  it('show in the document that requests name', async () => {
    const background = await started(new FakeBrowser());
    navigate(background, `${PAGE}/`, { timeStamp: 1 });
    send(background, simple('1'));
    send(background, simple('2', { documentId: 'straggler' }));
    send(background, simple('3', { documentId: 'next' }).map(later));
    expect(FakePanel.open(background, 1).exchanges.map(({ id }) => id)).toEqual(['3']);
  });
});

describe('when the background is stopped', () => {
  const a = () => request('chromium', '1', { method: 'PUT' });
  const p = () => request('chromium', '2', { method: 'OPTIONS' });
  const stream = () => {
    const [actual, preflight] = [a(), p()];
    return [
      actual.before(),
      preflight.before(),
      preflight.asks('PUT'),
      preflight.answered(204),
      preflight.done(),
      actual.sent(),
      actual.answered(200),
      actual.done(),
    ];
  };

  it('at any point, nothing is lost, doubled or mixed up', async () => {
    const events = stream();
    for (let stop = 0; stop <= events.length; stop += 1) {
      const browser = new FakeBrowser();
      browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
      const first = await started(browser);
      navigate(first, `${PAGE}/`);
      send(first, events.slice(0, stop));
      await first.flush();
      const second = browser.boot();
      const start = second.start();
      // These come before the state has been read: they wait in line.
      send(second, events.slice(stop));
      const panel = FakePanel.open(second, 1);
      await start;
      expect(panel.exchanges.map(summary), `stopped after ${stop} events`).toEqual([
        'PUT (204) 200: completed',
      ]);
      expect(panel.tab).toMatchObject({ page: `${PAGE}/`, recording: { on: true, complete: true } });
    }
  });

  it('a panel that was open keeps its tab recorded until it is back, but not for ever', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${SITE}/` }];
    const first = await started(browser);
    FakePanel.open(first, 1);
    await first.flush();
    const second = await started(browser);
    send(second, simple('1', { origin: SITE }));
    wander(second);
    expect(browser.listeners.isOn).toBe(true);
    expect(FakePanel.open(second, 1).exchanges.map(({ id }) => id)).toEqual(['1']);
    await vi.advanceTimersByTimeAsync(PANEL_RECONNECT_MS);
    wander(second);
    expect(browser.listeners.isOn).toBe(true);
    await second.flush();
    const third = await started(browser);
    await vi.advanceTimersByTimeAsync(PANEL_RECONNECT_MS);
    wander(third);
    expect(browser.listeners.isOn).toBe(false);
  });

  it('an answer whose beginning was lost is better than nothing, unless it is a preflight’s', async () => {
    const browser = new FakeBrowser();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    const first = await started(browser);
    const late = (id: string) => simple(id).slice(2);
    send(first, late('1'));
    await first.flush();
    const second = await started(browser);
    send(second, [...late('2'), ...simple('3', { method: 'OPTIONS' }).slice(2)]);
    const panel = FakePanel.open(second, 1);
    expect(panel.exchanges.map(summary)).toEqual(['GET 200: completed']);
    expect(panel.exchanges[0]?.hops[0].request).toBeUndefined();
  });

  it('what was cleared while it ran does not come back', async () => {
    const browser = new FakeBrowser();
    const first = await started(browser);
    navigate(first, `${PAGE}/`);
    send(first, simple('1').slice(0, 2));
    FakePanel.open(first, 1).send({ kind: 'clear' });
    await first.flush();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    const second = await started(browser);
    send(second, simple('1').slice(2));
    expect(FakePanel.open(second, 1).exchanges).toEqual([]);
  });

  it('of what had ended and was cleared nothing is stored', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${PAGE}/`);
    send(background, simple('1'));
    await background.flush();
    expect([...browser.session.items.keys()]).toContain('x:1');
    FakePanel.open(background, 1).send({ kind: 'clear' });
    await background.flush();
    expect([...browser.session.items.keys()].sort()).toEqual(['listening', 'salt', 't:1']);
  });

  it('a tab that was closed meanwhile ends what ran in it, where a panel still shows it', async () => {
    const browser = new FakeBrowser();
    const first = await started(browser);
    navigate(first, `${PAGE}/`);
    FakePanel.open(first, 1);
    send(first, simple('1').slice(0, 2));
    await first.flush();
    browser.tabs = [{ tabId: 9, url: `${SITE}/` }];
    const panel = FakePanel.open(await started(browser), 1);
    expect(panel.exchanges.map(summary)).toEqual(['GET: tab-closed']);
  });

  it('listens only at rest, and forgets tabs that were closed meanwhile', async () => {
    const browser = new FakeBrowser();
    const first = await started(browser);
    navigate(first, `${PAGE}/`);
    send(first, simple('1'));
    await first.flush();
    browser.tabs = [{ tabId: 9, url: `${SITE}/` }];
    const second = await started(browser);
    wander(second);
    await second.flush();
    expect(browser.listeners.isOn).toBe(false);
    expect([...browser.session.items.keys()].filter((key) => key.startsWith('x:'))).toEqual([]);
  });

  it('what left first the storage and then the memory is counted once', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${PAGE}/`);
    const count = 300;
    for (let id = 1; id <= count; id += 1) {
      const r = request('chromium', String(id));
      const big = 'a'.repeat(60_000);
      send(background, [r.before(), r.sent(), r.answered(200, { 'X-A': big, 'X-B': big }), r.done()]);
      if (id % 25 === 0) await background.flush();
    }
    const before = FakePanel.open(background, 1);
    await deltas();
    expect(before.exchanges.length).toBeLessThan(count);
    expect(before.tab?.dropped).toBe(count - before.exchanges.length);
    await background.flush();
    const after = FakePanel.open(await started(browser), 1);
    await deltas();
    expect(after.exchanges.length).toBeLessThan(before.exchanges.length);
    expect(after.tab?.dropped).toBe(count - after.exchanges.length);
  });

  it('no secret was stored', async () => {
    const browser = new FakeBrowser();
    const background = await started(browser);
    navigate(background, `${PAGE}/?token=hunter2`);
    const r = request('chromium', '1', { url: 'https://u:hunter2@api.example/?api_key=hunter2' });
    send(background, [
      r.before(),
      r.sent({ Authorization: 'Bearer hunter2', Cookie: 'a=hunter2' }),
      r.answered(200, { 'Set-Cookie': 'a=hunter2', 'X-Auth-Token': 'hunter2' }),
    ]);
    await background.flush();
    expect([...browser.session.items.values()].join()).toContain('api.example');
    expect([...browser.session.items.values()].join()).not.toContain('hunter2');
  });
});

/** The same event, long after the others. */
function later([kind, details]: StreamEvent): StreamEvent {
  return [kind, { ...details, timeStamp: details.timeStamp + 3_000_000 }];
}

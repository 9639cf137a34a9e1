import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Background } from '../../../src/background/background.ts';
import { DELTA_INTERVAL_MS, MAX_PAGES_AHEAD } from '../../../src/model/limits.ts';
import type { WebRequestDetails } from '../../../src/platform/web-request.ts';
import { type FakeRequest, PAGE, type RequestOptions, request, type StreamEvent } from './event-streams.ts';
import { FakeBrowser, FakePanel } from './fake-platform.ts';

const AHEAD = `${PAGE}/ahead`;
/** Where Chromium puts what it renders ahead. */
const FRAME = 6;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const deltas = () => vi.advanceTimersByTimeAsync(DELTA_INTERVAL_MS);

function send(background: Background, ...events: readonly StreamEvent[]): void {
  for (const [kind, details] of events) background.onRequest(kind, details);
}

function whole(made: FakeRequest): readonly StreamEvent[] {
  return [made.before(), made.sent(), made.answered(200), made.done()];
}

function mainFrame(url: string, change: Partial<WebRequestDetails> = {}): WebRequestDetails {
  const shared = { requestId: url, url, method: 'GET', type: 'main_frame', tabId: 1, frameId: 0 };
  return { ...shared, timeStamp: 1, ...change };
}

function renderAhead(background: Background, url: string, frameId = FRAME): void {
  // First it is fetched, as if by the page that is shown; then it gets a frame of its own.
  const fetched = mainFrame(url, { documentId: 'shown' });
  background.onNavigation('before-request', fetched);
  background.onNavigation('headers-received', { ...fetched, statusCode: 200 });
  background.onNavigation('before-request', mainFrame(url, { frameId, documentLifecycle: 'prerender' }));
}

function shown(id: string): FakeRequest {
  return request('chromium', id, { documentId: 'shown' });
}

function ahead(id: string, change: Partial<RequestOptions> = {}): FakeRequest {
  const place = { documentId: 'ahead', frameId: FRAME, parentFrameId: -1, documentLifecycle: 'prerender' };
  return request('chromium', id, { ...place, ...change });
}

/** The page that was rendered ahead, once it is shown. */
function activated(id: string): FakeRequest {
  return request('chromium', id, { documentId: 'ahead' });
}

async function scene(): Promise<{ browser: FakeBrowser; background: Background; panel: FakePanel }> {
  const browser = new FakeBrowser();
  browser.time = 0;
  const background = browser.boot();
  await background.start();
  background.onNavigation('headers-received', mainFrame(`${PAGE}/`, { statusCode: 200 }));
  return { browser, background, panel: FakePanel.open(background, 1) };
}

async function seenIn(panel: FakePanel): Promise<readonly string[]> {
  await deltas();
  return panel.exchanges.map(({ id, page }) => `${id} of ${page}`);
}

describe('a page that is rendered ahead', () => {
  it('leaves what the tab shows alone', async () => {
    const { background, panel } = await scene();
    send(background, ...whole(shown('1')));
    renderAhead(background, AHEAD);
    send(background, ...whole(ahead('2')), ...whole(shown('3')));
    expect(await seenIn(panel)).toEqual([`1 of ${PAGE}/`, `2 of ${AHEAD}`, `3 of ${PAGE}/`]);
    expect(panel.exchanges.map(({ frameId }) => frameId)).toEqual([0, 0, 0]);
    expect(panel.tab?.page).toBe(`${PAGE}/`);
  });

  it.each<[string, (background: Background) => void]>([
    ['the tab’s URL', (background) => background.onTabUrlChanged(1, `${AHEAD}#there`)],
    ['its next request', () => undefined],
  ])('keeps its exchanges when it is shown, which %s tells', async (_, show) => {
    const { background, panel } = await scene();
    const running = ahead('3');
    send(background, ...whole(shown('1')));
    renderAhead(background, AHEAD);
    send(background, ...whole(ahead('2')), running.before());
    show(background);
    send(background, ...whole(activated('4')), running.sent(), running.answered(200), running.done());
    expect(await seenIn(panel)).toEqual([`2 of ${AHEAD}`, `3 of ${AHEAD}`, `4 of ${AHEAD}`]);
    expect(panel.exchanges.map(({ outcome }) => outcome.state)).toEqual(Array(3).fill('completed'));
    expect(panel.tab).toMatchObject({ page: AHEAD, recording: { on: true, complete: true } });
    expect(panel.tab?.navigations.map(({ url }) => url)).toEqual([AHEAD]);
  });

  it('pairs a preflight that it was sending when it was shown', async () => {
    const { background, panel } = await scene();
    const [actual, preflight] = [ahead('1', { method: 'PUT' }), ahead('2', { method: 'OPTIONS' })];
    renderAhead(background, AHEAD);
    send(background, actual.before(), preflight.before());
    background.onTabUrlChanged(1, AHEAD);
    send(background, preflight.asks('PUT'), preflight.answered(204), preflight.done());
    send(background, actual.sent(), actual.answered(200), actual.done());
    expect(await seenIn(panel)).toEqual([`1 of ${AHEAD}`]);
    expect(panel.exchanges[0]?.hops[0].preflight?.response?.status).toBe(204);
  });

  it('is one of several, and so are its frames', async () => {
    const { background, panel } = await scene();
    renderAhead(background, `${PAGE}/other`, 5);
    renderAhead(background, AHEAD);
    const inFrame = { documentId: 'frame', frameId: 9, parentFrameId: FRAME };
    send(background, ...whole(ahead('1', { documentId: 'other', frameId: 5 })));
    send(background, ...whole(ahead('2', inFrame)), ...whole(ahead('3', { ...inFrame, parentFrameId: 5 })));
    send(background, ...whole(ahead('4', { ...inFrame, frameId: 12, parentFrameId: 9 })));
    background.onTabUrlChanged(1, AHEAD);
    expect(await seenIn(panel)).toEqual([`2 of ${AHEAD}`, `4 of ${AHEAD}`]);
  });

  it('is known by where it was led to', async () => {
    const { background, panel } = await scene();
    renderAhead(background, `${PAGE}/old`);
    renderAhead(background, AHEAD);
    send(background, ...whole(ahead('1')));
    background.onTabUrlChanged(1, `${PAGE}/old`);
    expect(panel.tab?.navigations.map(({ url }) => url)).not.toContain(AHEAD);
    background.onTabUrlChanged(1, AHEAD);
    expect(await seenIn(panel)).toEqual([`1 of ${AHEAD}`]);
  });

  it('is not shown by a page that goes elsewhere', async () => {
    const { background, panel } = await scene();
    renderAhead(background, AHEAD);
    send(background, ...whole(ahead('1')));
    background.onNavigation('headers-received', mainFrame(`${PAGE}/elsewhere`, { statusCode: 200 }));
    background.onTabUrlChanged(1, AHEAD);
    expect(await seenIn(panel)).toEqual([]);
    expect(panel.tab?.navigations.map(({ url }) => url)).toEqual([`${PAGE}/elsewhere`]);
  });

  it('outlives the background', async () => {
    const { browser, background } = await scene();
    browser.tabs = [{ tabId: 1, url: `${PAGE}/` }];
    send(background, ...whole(shown('1')));
    renderAhead(background, AHEAD);
    send(background, ...whole(ahead('2')));
    await background.flush();
    const next = browser.boot();
    await next.start();
    next.onTabUrlChanged(1, AHEAD);
    expect(await seenIn(FakePanel.open(next, 1))).toEqual([`2 of ${AHEAD}`]);
  });

  it('is one of a bounded number', async () => {
    const { browser, background } = await scene();
    for (let frame = 1; frame <= 3 * MAX_PAGES_AHEAD; frame += 1) {
      renderAhead(background, `${AHEAD}-${frame}`, frame);
    }
    await background.flush();
    const stored = browser.session.items.get('t:1') ?? '';
    expect(stored.split(`${AHEAD}-`).length - 1).toBe(MAX_PAGES_AHEAD);
  });
});

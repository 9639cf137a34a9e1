import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Background } from '../../../src/background/background.ts';
import { DELTA_INTERVAL_MS, MAX_FRAME_ORIGINS, MAX_NAVIGATIONS } from '../../../src/model/limits.ts';
import type { WebRequestDetails } from '../../../src/platform/web-request.ts';
import { request, type StreamEvent } from './event-streams.ts';
import { FakeBrowser, FakePanel } from './fake-platform.ts';

const ORIGINS = ['http://localhost:3000', 'http://localhost:4000'] as const;
const TABS = [1, 2, 3] as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser whose clock goes on with everything that happens in it. */
class Scene {
  readonly browser = new FakeBrowser();
  readonly background: Background = this.browser.boot();
  #id = 0;

  /** A request from its beginning to its end; gives its id. */
  request(tabId: number, origin: string, frameId = tabId < 0 ? -1 : 0): string {
    this.#id += 1;
    const id = String(this.#id);
    const r = request('chromium', id, { tabId, frameId, origin });
    for (const [kind, details] of [r.before(), r.sent(), r.answered(200), r.done()]) {
      this.background.onRequest(kind, this.#now(details));
    }
    return id;
  }

  navigate(tabId: number, origin: string): void {
    const details = this.#now({
      requestId: `navigation-${this.browser.time}`,
      url: `${origin}/`,
      method: 'GET',
      type: 'main_frame',
      tabId,
      frameId: 0,
      timeStamp: 0,
    });
    this.background.onNavigation('before-request', details);
    this.background.onNavigation('headers-received', { ...details, statusCode: 200 });
  }

  #now(details: StreamEvent[1]): WebRequestDetails {
    this.browser.time += 1;
    return { ...details, timeStamp: this.browser.time };
  }
}

async function scene(): Promise<Scene> {
  const made = new Scene();
  await made.background.start();
  return made;
}

const deltas = () => vi.advanceTimersByTimeAsync(DELTA_INTERVAL_MS);
const idsIn = (panel: FakePanel): readonly string[] => panel.exchanges.map(({ id }) => id);

/** What a tab should show, said in the simplest way. */
interface Expected {
  readonly page: string;
  readonly origins: readonly string[];
  readonly ids: readonly string[];
  readonly keep: boolean;
}

type Step =
  | { readonly kind: 'request' | 'clear' | 'keep' | 'wait'; readonly tab: number }
  | { readonly kind: 'worker'; readonly origin: string }
  | { readonly kind: 'navigate' | 'frame'; readonly tab: number; readonly origin: string };

const tab = fc.constantFrom(...TABS);
const origin = fc.constantFrom(...ORIGINS);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('request' as const, 'clear' as const, 'keep' as const, 'wait' as const),
    tab,
  }),
  fc.record({ kind: fc.constant('worker' as const), origin }),
  fc.record({ kind: fc.constantFrom('navigate' as const, 'frame' as const), tab, origin }),
);

describe('several panels at once', () => {
  it('each shows its own tab and the workers of its pages’ and frames’ origins, however they are mixed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
        const made = await scene();
        const expected = new Map<number, Expected>();
        const panels = new Map<number, readonly FakePanel[]>();
        for (const id of TABS) {
          made.navigate(id, ORIGINS[0]);
          expected.set(id, { page: ORIGINS[0], origins: [ORIGINS[0]], ids: [], keep: false });
          panels.set(id, [FakePanel.open(made.background, id), FakePanel.open(made.background, id)]);
        }
        const change = (id: number, how: (before: Expected) => Expected): void => {
          const before = expected.get(id);
          if (before !== undefined) expected.set(id, how(before));
        };
        for (const each of steps) {
          switch (each.kind) {
            case 'request': {
              const id = made.request(each.tab, expected.get(each.tab)?.page ?? ORIGINS[0]);
              change(each.tab, (before) => ({ ...before, ids: [...before.ids, id] }));
              break;
            }
            case 'frame': {
              const id = made.request(each.tab, each.origin, 3);
              change(each.tab, (before) => ({
                ...before,
                ids: [...before.ids, id],
                origins: [...before.origins, each.origin],
              }));
              break;
            }
            case 'worker': {
              const id = made.request(-1, each.origin);
              for (const tabId of TABS) {
                change(tabId, (before) =>
                  before.origins.includes(each.origin) ? { ...before, ids: [...before.ids, id] } : before,
                );
              }
              break;
            }
            case 'clear':
              made.browser.time += 1;
              panels.get(each.tab)?.[0]?.send({ kind: 'clear' });
              change(each.tab, (before) => ({ ...before, ids: [] }));
              break;
            case 'keep':
              panels.get(each.tab)?.[1]?.send({ kind: 'set-keep-on-navigation', on: true });
              change(each.tab, (before) => ({ ...before, keep: true }));
              break;
            case 'navigate':
              made.navigate(each.tab, each.origin);
              change(each.tab, ({ keep, ids, origins }) => ({
                keep,
                page: each.origin,
                ids: keep ? ids : [],
                origins: keep ? [...origins, each.origin] : [each.origin],
              }));
              break;
            case 'wait':
              await deltas();
          }
        }
        await deltas();
        for (const id of TABS) {
          const wanted = [...(expected.get(id)?.ids ?? [])].sort();
          const fresh = FakePanel.open(made.background, id);
          for (const panel of [...(panels.get(id) ?? []), fresh]) {
            expect([...idsIn(panel)].sort()).toEqual(wanted);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a page that a tab keeps the list for brings none of its origin’s earlier workers with it', async () => {
    const made = await scene();
    made.navigate(1, ORIGINS[0]);
    made.navigate(2, ORIGINS[1]);
    FakePanel.open(made.background, 1).send({ kind: 'set-keep-on-navigation', on: true });
    made.request(-1, ORIGINS[1]);
    made.navigate(1, ORIGINS[1]);
    const later = made.request(-1, ORIGINS[1]);
    expect(idsIn(FakePanel.open(made.background, 1))).toEqual([later]);
  });

  it('a frame brings the workers of its origin, where nothing else would have them recorded', async () => {
    const made = await scene();
    made.navigate(1, 'https://shop.example');
    const panel = FakePanel.open(made.background, 1);
    made.request(-1, 'https://pay.example');
    made.background.onRequest('before-request', {
      requestId: 'of-its-own-origin',
      url: 'https://pay.example/script.js',
      method: 'GET',
      type: 'script',
      initiator: 'https://pay.example',
      tabId: 1,
      frameId: 3,
      timeStamp: made.browser.time,
    });
    const later = made.request(-1, 'https://pay.example');
    await deltas();
    expect(idsIn(panel)).toEqual([later]);
    made.navigate(1, 'https://shop.example');
    made.request(-1, 'https://pay.example');
    await deltas();
    expect(idsIn(panel)).toEqual([]);
  });

  it('a page with very many frames keeps its own workers', async () => {
    const made = await scene();
    made.navigate(1, ORIGINS[0]);
    const panel = FakePanel.open(made.background, 1);
    for (let port = 5000; port < 5000 + 2 * MAX_NAVIGATIONS; port += 1) {
      made.request(1, `http://localhost:${port}`, 3);
    }
    panel.send({ kind: 'clear' });
    made.browser.time += 1;
    const own = made.request(-1, ORIGINS[0]);
    const ofFirst = made.request(-1, 'http://localhost:5000');
    made.request(-1, `http://localhost:${5000 + MAX_FRAME_ORIGINS}`);
    await deltas();
    expect(idsIn(panel)).toEqual([own, ofFirst]);
  });

  it('a worker of an opaque origin is no other page’s of such an origin', async () => {
    const made = await scene();
    made.navigate(1, ORIGINS[0]);
    made.background.onTabUrlChanged(1, 'data:text/html,one');
    const panel = FakePanel.open(made.background, 1);
    made.request(-1, 'null');
    await deltas();
    expect(idsIn(panel)).toEqual([]);
  });
});

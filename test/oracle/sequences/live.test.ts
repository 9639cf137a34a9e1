import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import { withoutFragment } from '../../../src/model/url.ts';
import type { BrowserPage, EngineName, RealBrowser } from '../../browsers/browser.ts';
import { launchBrowser } from '../../browsers/launch.ts';
import { poll } from '../../browsers/poll.ts';
import { type CountingServer, type Received, startCountingServer } from './counting-server.ts';
import { LIVE_SEQUENCES, type LiveSequence, type LiveStep } from './live-sequences.ts';
import { exchangeOfStep, type PlayedHop, type PlayedMessage, predictPreflights } from './played-step.ts';

/** For each request whether a preflight came with it, over its redirects: what the browser did, and the model. */
interface Outcome {
  readonly exchanges: Exchange[];
  readonly seen: (readonly boolean[])[];
  readonly predicted: (readonly boolean[])[];
}

describe.each(['chromium', 'firefox'] as const)('the preflight cache of %s, live', (engine) => {
  let server: CountingServer;
  let browser: RealBrowser;
  let outcomes: ReadonlyMap<LiveSequence, Outcome>;

  beforeAll(async () => {
    server = await startCountingServer(LIVE_SEQUENCES);
    browser = await launchBrowser(engine, { headless: true });
    const page = await browser.openPage(`${server.pageOrigin}/page`);
    outcomes = await playAll(page, engine, browser.version, server);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(LIVE_SEQUENCES.map((sequence) => [sequence.name, sequence] as const))('%s', (_name, sequence) => {
    const { seen = [], predicted = [] } = outcomes.get(sequence) ?? {};
    const hidden = sequence.hiddenReasonAt;
    expect(predicted.filter((_, index) => index !== hidden)).toEqual(
      seen.filter((_, index) => index !== hidden),
    );
    // Then a preflight is seen that the model takes for unnecessary, never the other way round.
    if (hidden !== undefined) expect(predicted[hidden]).toEqual([false]);
  });
});

/** Plays all sequences side by side, round by round: a step of each that is due, once that before it has ended. */
async function playAll(
  page: BrowserPage,
  engine: EngineName,
  version: string,
  server: CountingServer,
): Promise<ReadonlyMap<LiveSequence, Outcome>> {
  const played = new Map(
    LIVE_SEQUENCES.map((sequence): [LiveSequence, Outcome] => [
      sequence,
      { exchanges: [], seen: [], predicted: [] },
    ]),
  );
  // Firefox forgets answers that are older than its look-up of the name.
  await page.evaluate(send, [{ url: server.warmUpUrl, step: {} }]);
  const start = Date.now();
  for (const { notBefore, steps } of rounds()) {
    await poll(() => Date.now() >= start + notBefore, { timeoutMs: 15_000, what: 'the time of the round' });
    server.beginRound(steps);
    const startedAt = Date.now();
    const order = [...steps];
    const results = await page.evaluate(
      send,
      order.map(([sequence, step]) => ({ url: server.urlOf(sequence, step.suffix), step })),
    );
    for (const [index, [sequence, step]] of order.entries()) {
      const record = played.get(sequence);
      const received = server.received.get(sequence) ?? [];
      const hops = hopsOf(received, step, withoutFragment(server.urlOf(sequence, step.suffix)), startedAt);
      const exchange = exchangeOfStep({
        id: `${sequence.name} ${startedAt}`,
        engine,
        version,
        initiator: server.pageOrigin,
        page: `${server.pageOrigin}/page`,
        documentId: 'document',
        hops,
        ok: results[index] === true,
      });
      record?.predicted.push(predictPreflights(exchange, record.exchanges));
      record?.seen.push(hops.map(({ preflight }) => preflight !== null));
      record?.exchanges.push(exchange);
    }
  }
  return played;
}

interface Round {
  readonly notBefore: number;
  readonly steps: ReadonlyMap<LiveSequence, LiveStep>;
}

/** The steps that are sent together: those of the same time and place in their sequences. */
function rounds(): readonly Round[] {
  const byTime = new Map<string, { notBefore: number; index: number; steps: Map<LiveSequence, LiveStep> }>();
  for (const sequence of LIVE_SEQUENCES) {
    for (const [index, step] of sequence.steps.entries()) {
      const { notBefore = 0 } = step;
      const key = `${notBefore} ${index}`;
      const round = byTime.get(key) ?? { notBefore, index, steps: new Map() };
      byTime.set(key, round);
      round.steps.set(sequence, step);
    }
  }
  return [...byTime.values()].sort((a, b) => a.notBefore - b.notBefore || a.index - b.index);
}

/** Runs in the page: sends the requests all at once and says of each whether script could read the response. */
function send(requests: readonly { url: string; step: LiveStep }[]): Promise<boolean[]> {
  const one = ({ url, step }: { url: string; step: LiveStep }): Promise<boolean> => {
    const { method = 'GET', headers = {}, credentials = 'omit', cache = 'default', upload = false } = step;
    if (!upload) {
      return fetch(url, { method, headers, credentials, cache }).then(
        () => true,
        () => false,
      );
    }
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open(method, url);
      xhr.upload.addEventListener('progress', () => undefined);
      xhr.addEventListener('loadend', () => resolve(xhr.status !== 0));
      xhr.send('text');
    });
  };
  return Promise.all(requests.map(one));
}

/** What the server received for one request, hop by hop. Chromium repeats a request whose connection broke. */
function hopsOf(
  received: readonly Received[],
  step: LiveStep,
  first: string,
  startedAt: number,
): [PlayedHop, ...PlayedHop[]] {
  const [, ...further] = new Set([first, ...received.map(({ url }) => url)]);
  const toHop = (url: string, index: number): PlayedHop => {
    const ofUrl = received.filter((each) => each.url === url);
    const preflight = ofUrl.find(({ isPreflight }) => isPreflight);
    const actual = ofUrl.findLast(({ isPreflight }) => !isPreflight);
    return {
      url,
      method: step.method ?? 'GET',
      startedAt: index === 0 ? startedAt : (ofUrl[0]?.at ?? startedAt),
      preflight: preflight === undefined ? null : toMessage(preflight),
      actual: actual === undefined ? null : toMessage(actual, step.actual === 'dropped'),
    };
  };
  return [toHop(first, 0), ...further.map((url, index) => toHop(url, index + 1))];
}

function toMessage({ request, status, headers, at }: Received, dropped = false): PlayedMessage {
  return { request, status: dropped ? null : status, headers, answeredAt: at };
}

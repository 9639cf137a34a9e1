import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EngineName } from '../../browsers/browser.ts';
import { recordedStream } from '../../streams/read-recorded.ts';
import { SCENARIOS } from '../../streams/scenarios.ts';
import { record, recordWithStop, summary } from './event-streams.ts';

/** What each recorded stream comes to, one line for each exchange: in Chromium, in Firefox. */
const EXPECTED: Readonly<Record<string, Readonly<Record<EngineName, readonly string[]>>>> = {
  allowed: { chromium: ['GET 200: completed'], firefox: ['GET 200: completed'] },
  blocked: { chromium: ['GET 200: net::ERR_FAILED'], firefox: ['GET 200: completed'] },
  'blocked-error': { chromium: ['GET 500: net::ERR_FAILED'], firefox: ['GET 500: completed'] },
  'two-header-lines': { chromium: ['GET 200: net::ERR_FAILED'], firefox: ['GET 200: completed'] },
  'with-cookie': {
    chromium: ['GET 200: completed', 'GET 200: completed'],
    firefox: ['GET 200: completed', 'GET 200: completed'],
  },
  'not-modified': {
    chromium: ['GET 200: completed', 'GET 200: completed'],
    firefox: ['GET 200: completed', 'GET 200: completed'],
  },
  'blocked-from-cache': {
    chromium: ['GET 200: completed', 'GET 200: net::ERR_FAILED'],
    firefox: ['GET 200: completed', 'GET 200: completed'],
  },
  'event-source': {
    chromium: ['GET 200: net::ERR_CONTENT_LENGTH_MISMATCH'],
    firefox: ['GET 200: NS_ERROR_NET_PARTIAL_TRANSFER'],
  },
  'image-crossorigin': { chromium: ['GET 200: net::ERR_FAILED'], firefox: ['GET 200: completed'] },
  font: { chromium: ['GET 200: net::ERR_FAILED'], firefox: ['GET 200: completed'] },
  preflight: { chromium: ['PUT (204) 200: completed'], firefox: ['PUT (204) 200: completed'] },
  'preflight-without-headers': {
    chromium: ['PUT (204): net::ERR_FAILED'],
    firefox: ['PUT (204): NS_ERROR_DOM_BAD_URI'],
  },
  'preflight-not-found': {
    chromium: ['PUT (404): net::ERR_FAILED'],
    firefox: ['PUT (404): NS_ERROR_DOM_BAD_URI'],
  },
  'preflight-redirected': {
    chromium: ['PUT (301): net::ERR_FAILED'],
    firefox: ['PUT (301): NS_ERROR_DOM_BAD_URI'],
  },
  'preflight-passes-answer-blocked': {
    chromium: ['PUT (204) 200: net::ERR_FAILED'],
    firefox: ['PUT (204) 200: completed'],
  },
  'preflight-cached': {
    chromium: ['PUT (204) 200: completed', 'PUT 200: completed'],
    firefox: ['PUT (204) 200: completed', 'PUT 200: completed'],
  },
  'preflight-not-connected': {
    chromium: ['PUT (net::ERR_FAILED): net::ERR_CONNECTION_REFUSED'],
    firefox: ['PUT (NS_ERROR_CONNECTION_REFUSED): NS_ERROR_DOM_BAD_URI'],
  },
  'parallel-preflights': {
    chromium: ['PUT (204) 200: completed', 'PUT (204) 200: completed', 'PUT (204) 200: completed'],
    firefox: ['PUT (204) 200: completed', 'PUT (204) 200: completed', 'PUT (204) 200: completed'],
  },
  'own-options': { chromium: ['OPTIONS (204) 200: completed'], firefox: ['OPTIONS (204) 200: completed'] },
  'upload-listener': { chromium: ['POST (204) 200: completed'], firefox: ['POST (204) 200: completed'] },
  beacon: { chromium: ['POST (204) 200: completed'], firefox: ['POST (204) 200: completed'] },
  'redirect-away': { chromium: ['GET 302, GET 200: completed'], firefox: ['GET 302, GET 200: completed'] },
  'redirect-on': { chromium: ['GET 302, GET 200: completed'], firefox: ['GET 302, GET 200: completed'] },
  'redirect-home': { chromium: ['GET 302, GET 200: completed'], firefox: ['GET 302, GET 200: completed'] },
  'redirect-without-header': {
    chromium: ['GET 302: net::ERR_FAILED'],
    firefox: ['GET 302: NS_ERROR_NET_ON_RECEIVING_FROM'],
  },
  'redirect-with-preflights': {
    chromium: ['PUT (204) 307, PUT (204) 200: completed'],
    firefox: ['PUT (204) 307, PUT (204) 200: completed'],
  },
  'redirect-to-get': {
    chromium: ['POST 303, GET 200: completed'],
    firefox: ['POST 303, GET 200: completed'],
  },
  'redirect-refused-by-page': { chromium: ['GET 302: net::ERR_ABORTED'], firefox: ['GET 302: completed'] },
  'not-connected': {
    chromium: ['GET: net::ERR_CONNECTION_REFUSED'],
    firefox: ['GET: NS_ERROR_CONNECTION_REFUSED'],
  },
  'connection-closed': { chromium: ['GET: net::ERR_EMPTY_RESPONSE'], firefox: ['GET: NS_ERROR_NET_RESET'] },
  'cut-off': {
    chromium: ['GET 200: net::ERR_CONTENT_LENGTH_MISMATCH'],
    firefox: ['GET 200: NS_ERROR_NET_PARTIAL_TRANSFER'],
  },
  aborted: { chromium: ['GET: net::ERR_ABORTED'], firefox: ['GET: NS_BINDING_ABORTED'] },
  'aborted-in-preflight': {
    chromium: ['PUT (no answer): net::ERR_ABORTED'],
    firefox: ['PUT (NS_BINDING_ABORTED): NS_BINDING_ABORTED'],
  },
  'frame-removed': { chromium: ['GET: net::ERR_ABORTED'], firefox: ['GET: NS_BINDING_ABORTED'] },
  'navigated-away': { chromium: ['GET: pending'], firefox: ['GET: NS_BINDING_ABORTED'] },
  'kept-alive': { chromium: ['POST 200: completed'], firefox: ['POST 200: completed'] },
  'sandboxed-frame': { chromium: ['PUT (204) 200: completed'], firefox: ['PUT (204) 200: completed'] },
  'dedicated-worker': { chromium: ['PUT (204) 200: completed'], firefox: ['PUT (204) 200: completed'] },
  'shared-worker': { chromium: ['PUT (204) 200: completed'], firefox: ['PUT (204) 200: completed'] },
  'service-worker-passes-on': {
    chromium: ['GET 200: completed'],
    firefox: ['GET 0: service-worker', 'GET 200: completed'],
  },
  'service-worker-answers': { chromium: [], firefox: ['GET 0: service-worker'] },
};

describe.each(['chromium', 'firefox'] as const)('a stream that was recorded in %s', (engine) => {
  it.each(Object.entries(EXPECTED))('%s', (name, { [engine]: expected }) => {
    expect(record(engine, recordedStream(engine, name)).map(summary)).toEqual(expected);
  });

  it('is there for every scenario, and no other is', () => {
    const files = readdirSync(new URL(`../../streams/recorded/${engine}`, import.meta.url));
    const scenarios = SCENARIOS.map(({ name }) => `${name}.jsonl`);
    expect(files.toSorted()).toEqual(scenarios.toSorted());
    expect(Object.keys(EXPECTED).toSorted()).toEqual(SCENARIOS.map(({ name }) => name).toSorted());
  });

  it('comes to the same wherever the background is stopped and started again', () => {
    for (const { name } of SCENARIOS) {
      const stream = recordedStream(engine, name);
      const whole = record(engine, stream);
      for (let stop = 1; stop <= stream.length; stop += 1) {
        const found = recordWithStop(engine, stream, stop);
        expect(found, `${name}, stopped after ${stop} events`).toEqual(whole);
      }
    }
  });
});

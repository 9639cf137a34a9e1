import type { Exchange } from '../../../src/model/exchange.ts';

/** An exchange that has ended, with what a test wants different. */
export function exchange(id: string, change: Partial<Exchange> = {}): Exchange {
  return {
    id,
    tabId: 1,
    frameId: 0,
    initiator: 'http://localhost:3000',
    type: 'xmlhttprequest',
    mode: { value: 'cors', evidence: 'sec-fetch-mode' },
    credentials: { value: 'unknown', reason: 'browser-does-not-tell' },
    hops: [{ url: 'https://api.example/', method: 'GET', startedAt: 1 }],
    outcome: { state: 'completed', at: 2 },
    startedAt: 1,
    observedIn: { engine: 'chromium', version: '1' },
    ...change,
  };
}

import type { Engine, Exchange, Hop, HttpResponse, Outcome, Preflight } from '../../../src/model/exchange.ts';
import type { HeaderList } from '../../../src/model/header-list.ts';

export const PAGE = 'https://app.example';
export const API = 'https://api.example/items';

export const completed: Outcome = { state: 'completed', at: 1 };

export function failedWith(error: string): Outcome {
  return { state: 'error', at: 1, error };
}

export function response(status: number, headers: HeaderList = []): HttpResponse {
  return { status, headers, lines: 'apart', receivedAt: 1 };
}

export function preflight(headers: HeaderList, answer?: HttpResponse, error?: string): Preflight {
  return {
    request: { headers },
    startedAt: 0,
    pairing: { confidence: 'certain', candidates: 1 },
    ...(answer !== undefined && { response: answer }),
    ...(error !== undefined && { error }),
  };
}

export function hop(changes: Partial<Hop> = {}): Hop {
  return { url: API, method: 'GET', startedAt: 0, ...changes };
}

/** A cors GET that was sent with its Origin and answered 200 with these headers. */
export function answeredHop(headers: HeaderList, changes: Partial<Hop> = {}): Hop {
  return hop({ request: { headers: [['Origin', PAGE]] }, response: response(200, headers), ...changes });
}

interface ExchangeChanges extends Partial<Omit<Exchange, 'hops' | 'observedIn'>> {
  readonly engine?: Engine;
}

export function exchange(hops: Exchange['hops'], changes: ExchangeChanges = {}): Exchange {
  const { engine = 'chromium', ...rest } = changes;
  return {
    id: '1',
    tabId: 1,
    frameId: 0,
    initiator: PAGE,
    type: 'xmlhttprequest',
    mode: { value: 'cors', evidence: 'sec-fetch-mode' },
    credentials: { value: 'same-origin', evidence: 'stated-in-report' },
    outcome: completed,
    startedAt: 0,
    observedIn: { engine, version: engine === 'chromium' ? '156.0.8078.79' : '153.7.0' },
    hops,
    ...rest,
  };
}

import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { Exchange, Hop, HttpResponse } from '../../../src/model/exchange.ts';
import type { HeaderList } from '../../../src/model/header-list.ts';
import { withoutFragment } from '../../../src/model/url.ts';
import type { History } from '../../../src/rules/history.ts';
import { keptAnswersFor } from '../../../src/rules/preflight/preflight-history.ts';

/** One request of a sequence: what was sent for it, what was answered, and what the page got. */
export interface PlayedStep {
  readonly id: string;
  readonly engine: 'chromium' | 'firefox';
  readonly version: string;
  readonly initiator: string;
  readonly page: string;
  /** Another one after each visit. */
  readonly documentId: string;
  readonly hops: readonly [PlayedHop, ...PlayedHop[]];
  /** Whether script could read the response. */
  readonly ok: boolean;
}

/** One URL of a request, over its redirects. */
export interface PlayedHop {
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly preflight: PlayedMessage | null;
  readonly actual: PlayedMessage | null;
}

/** A request with its answer, if it got one. */
export interface PlayedMessage {
  readonly request: HeaderList;
  readonly status: number | null;
  readonly headers: HeaderList;
  /** Milliseconds since the epoch. */
  readonly answeredAt: number;
}

/** The exchange that webRequest would have shown to the extension. */
export function exchangeOfStep(step: PlayedStep): Exchange {
  const { id, engine, version, initiator, page, documentId } = step;
  const [first, ...rest] = step.hops;
  const { preflight, actual, startedAt } = step.hops.at(-1) ?? first;
  const at = actual?.answeredAt ?? preflight?.answeredAt ?? startedAt;
  return {
    id,
    tabId: 1,
    frameId: 0,
    documentId,
    initiator,
    page,
    type: 'xmlhttprequest',
    mode: { value: 'cors', evidence: 'sec-fetch-mode' },
    credentials: { value: 'unknown', reason: 'browser-does-not-tell' },
    hops: [toHop(first, engine), ...rest.map((hop) => toHop(hop, engine))],
    outcome: step.ok ? { state: 'completed', at } : { state: 'error', at, error: errorOf(step) },
    startedAt: first.startedAt,
    observedIn: { engine, version },
  };
}

function toHop({ url, method, startedAt, preflight, actual }: PlayedHop, engine: PlayedStep['engine']): Hop {
  const answer = ({ status, headers, answeredAt }: PlayedMessage): { response?: HttpResponse } =>
    status === null ? {} : { response: { status, headers, lines: LINES[engine], receivedAt: answeredAt } };
  return {
    url: withoutFragment(url),
    method,
    startedAt,
    ...(actual && { request: { headers: actual.request }, ...answer(actual) }),
    ...(preflight && {
      preflight: {
        request: { headers: preflight.request },
        ...answer(preflight),
        startedAt,
        endedAt: preflight.answeredAt,
        pairing: { confidence: 'certain', candidates: 1 },
      },
    }),
  };
}

const LINES = { chromium: 'apart', firefox: 'joined' } as const;

/** A request that was sent and got no answer failed by its connection; else it was refused. */
function errorOf({ engine, hops }: PlayedStep): string {
  const actual = hops.at(-1)?.actual;
  const dropped = actual !== undefined && actual !== null && actual.status === null;
  if (dropped) return { chromium: 'net::ERR_EMPTY_RESPONSE', firefox: 'NS_ERROR_NET_RESET' }[engine];
  return { chromium: 'net::ERR_FAILED', firefox: 'NS_ERROR_DOM_BAD_URI' }[engine];
}

/** For each hop whether, by the model, the browser had to send a preflight, after the exchanges before it. */
export function predictPreflights(exchange: Exchange, earlier: readonly Exchange[]): readonly boolean[] {
  const { preflights, credentials } = evaluate(exchange);
  const history: History = { ofTarget: () => earlier };
  return preflights.map((need, hop) => {
    if (need.needed !== 'yes') return false;
    return keptAnswersFor(exchange, hop, need.because, credentials, history) === null;
  });
}

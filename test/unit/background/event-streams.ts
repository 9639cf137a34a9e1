import { parseDetails } from '../../../src/background/parse-details.ts';
import { Recorder } from '../../../src/background/recorder.ts';
import { ExchangeStore } from '../../../src/background/store.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { originOf } from '../../../src/model/origin.ts';
import type {
  WebRequestDetails,
  WebRequestEvent,
  WebRequestHeader,
} from '../../../src/platform/web-request.ts';
import type { StreamEvent } from '../../streams/stream-line.ts';

export type { StreamEvent };
export type EngineName = 'chromium' | 'firefox';
export type Headers = Readonly<Record<string, string>>;

export const PAGE = 'http://localhost:3000';
export const API = 'https://api.example/data';

let clock = 1_000;

/** What a test says of a request; the rest is as in most requests. */
export interface RequestOptions extends Partial<WebRequestDetails> {
  readonly id: string;
  readonly origin?: string | null;
}

/** The events of one request in one browser, each made when it is called for. */
export class FakeRequest {
  readonly #engine: EngineName;
  readonly #base: WebRequestDetails;

  constructor(engine: EngineName, { id, origin = PAGE, ...options }: RequestOptions) {
    this.#engine = engine;
    const asked =
      origin === null
        ? {}
        : engine === 'firefox'
          ? { originUrl: `${origin}/`, documentUrl: `${origin}/` }
          : { initiator: origin };
    this.#base = {
      requestId: id,
      url: API,
      method: 'GET',
      type: 'xmlhttprequest',
      tabId: 1,
      frameId: 0,
      documentId: 'doc',
      timeStamp: 0,
      ...asked,
      ...options,
    };
  }

  get id(): string {
    return this.#base.requestId;
  }

  /** The same request, on its way to another URL. */
  at(change: Partial<WebRequestDetails>): FakeRequest {
    const { requestId, originUrl, initiator, ...rest } = this.#base;
    const origin = originUrl === undefined ? (initiator ?? null) : originOf(originUrl);
    return new FakeRequest(this.#engine, { ...rest, ...change, id: requestId, origin });
  }

  before(): StreamEvent {
    return this.#event('before-request', {});
  }

  sent(headers: Headers = {}): StreamEvent {
    const { originUrl, initiator = 'null' } = this.#base;
    const origin = originUrl === undefined ? initiator : originOf(originUrl);
    const all = { Origin: origin, 'Sec-Fetch-Mode': 'cors', ...headers };
    return this.#event('send-headers', { requestHeaders: lines(all) });
  }

  /** The headers of a CORS-preflight request. */
  asks(method: string, names = ''): StreamEvent {
    return this.sent({
      'Access-Control-Request-Method': method,
      ...(names === '' ? {} : { 'Access-Control-Request-Headers': names }),
    });
  }

  answered(statusCode: number, headers: Headers = {}): StreamEvent {
    return this.#event('headers-received', {
      statusCode,
      statusLine: `HTTP/1.1 ${statusCode} Some Text`,
      responseHeaders: lines(headers),
    });
  }

  redirected(redirectUrl: string, statusCode = 302, headers: Headers = {}): StreamEvent {
    return this.#event('redirect', { redirectUrl, statusCode, responseHeaders: lines(headers) });
  }

  done(fromCache = false): StreamEvent {
    return this.#event('completed', { statusCode: 200, fromCache });
  }

  failed(error: string): StreamEvent {
    return this.#event('error', { error });
  }

  #event(kind: WebRequestEvent, details: Partial<WebRequestDetails>): StreamEvent {
    clock += 1;
    return [kind, { ...this.#base, timeStamp: clock, ...details }];
  }
}

function lines(headers: Headers): readonly WebRequestHeader[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

export function request(engine: EngineName, id: string, options: Partial<RequestOptions> = {}): FakeRequest {
  return new FakeRequest(engine, { ...options, id });
}

/** When a background goes on that the browser stopped because nothing had happened for long. Milliseconds since the epoch. */
export const LONG_AFTER = 1e12;

/** A recorder in which everything is in scope. */
export function startRecorder(engine: EngineName, isResumed = false) {
  const touched = new Set<string>();
  const dropped: string[] = [];
  const store: ExchangeStore = new ExchangeStore(({ kind, exchange: { id } }) => {
    if (kind === 'dropped') dropped.push(id);
  });
  const recorder = new Recorder({
    observedIn: { engine, version: '1' },
    store,
    pageOf: () => `${PAGE}/`,
    onRecordChange: (id) => touched.add(id),
  });
  const accept = ([kind, details]: StreamEvent): void => {
    const event = parseDetails(kind, details, {
      engine,
      ownOrigin: 'chrome-extension://own',
      salt: 'salt',
      isFollowed: (id) => recorder.isFollowed(id),
      isResumed,
      isInScope: () => true,
    });
    if (event !== null) recorder.accept(event);
  };
  return { recorder, store, touched, dropped, accept };
}

/** What a recorder makes of a stream: all exchanges of tab 1 and of workers. */
export function record(engine: EngineName, stream: readonly StreamEvent[]): readonly Exchange[] {
  const { store, accept } = startRecorder(engine);
  stream.forEach(accept);
  return [...store.list(1), ...store.list(-1)];
}

/** What is recorded if, after so many events, only what was stored is left. */
export function recordWithStop(
  engine: EngineName,
  stream: readonly StreamEvent[],
  stop: number,
): readonly Exchange[] {
  const before = startRecorder(engine);
  stream.slice(0, stop).forEach(before.accept);
  const after = startRecorder(engine);
  for (const id of before.touched) {
    const stored = before.recorder.recordOf(id);
    if (stored !== null) after.recorder.restore(JSON.parse(JSON.stringify(stored)), LONG_AFTER);
  }
  stream.slice(stop).forEach(after.accept);
  return [...after.store.list(1), ...after.store.list(-1)];
}

/** An exchange in one line, for tables: `GET 200, PUT (204) 200: completed`. */
export function summary({ hops, outcome }: Exchange): string {
  const parts = hops.map(({ method, response, preflight }) => {
    const answer = preflight?.response?.status ?? preflight?.error ?? 'no answer';
    return [
      method,
      ...(preflight === undefined ? [] : [`(${answer})`]),
      ...(response ? [response.status] : []),
    ].join(' ');
  });
  const end =
    outcome.state === 'error' ? outcome.error : outcome.state === 'closed' ? outcome.reason : outcome.state;
  return `${parts.join(', ')}: ${end}`;
}

import { assertNever } from '../model/assert-never.ts';
import type { ClosedReason, Engine, Exchange, ObservedIn } from '../model/exchange.ts';
import { lastSeenAt } from '../model/last-seen.ts';
import { KILLED_WITHIN_MS, MAX_HOPS, MAX_UNCONFIRMED } from '../model/limits.ts';
import { close, isForgettable, reasonToClose, reopen } from './closing.ts';
import { EndedRequests } from './ended-requests.ts';
import {
  lastHop,
  startExchange,
  withEnd,
  withNextHop,
  withPreflightEvent,
  withRedirect,
  withRequest,
  withResponse,
} from './exchange-changes.ts';
import { type FollowedRequest, FollowedRequests } from './followed-requests.ts';
import { isPreflight } from './pairing.ts';
import { type PreflightLink, PreflightLinks } from './preflight-links.ts';
import { PreflightPairing } from './preflight-pairing.ts';
import type { EventOf, RawEvent, RequestFacts } from './raw-event.ts';
import type { RecorderRecord } from './recorder-record.ts';
import type { ExchangeStore } from './store.ts';
import { Unheard } from './unheard.ts';

export interface RecorderContext {
  readonly observedIn: ObservedIn;
  readonly store: ExchangeStore;
  /** Masked URL of the page that a request comes from, if known. */
  pageOf(request: RequestFacts): string | undefined;
  /** Told of every id whose record has changed or gone. */
  onRecordChange(id: string): void;
}

/** Chromium looks into its cache for a font before it asks for it, and reports that as a request of its own. */
const CACHE_PROBE_ERROR = 'net::ERR_CACHE_MISS';

/** Turns the events of webRequest, one by one, into exchanges. Events may be missing; one that comes again changes nothing. */
export class Recorder {
  readonly #context: RecorderContext;
  readonly #engine: Engine;
  readonly #followed = new FollowedRequests();
  readonly #preflights = new PreflightLinks();
  readonly #ended = new EndedRequests();
  readonly #pairing: PreflightPairing;
  readonly #unheard = new Unheard();
  /** Those that are followed and no exchanges yet, oldest first. */
  readonly #unconfirmed = new Set<string>();
  #order = 0;

  constructor(context: RecorderContext) {
    this.#context = context;
    this.#engine = context.observedIn.engine;
    this.#pairing = new PreflightPairing({
      engine: this.#engine,
      followed: this.#followed,
      links: this.#preflights,
      change: (id, change) => {
        this.#confirm(id);
        this.#change(id, change);
      },
    });
  }

  /** Whether events of this id, of a request or a preflight, belong to something that is being recorded. */
  isFollowed(requestId: string): boolean {
    return this.#followed.has(requestId) || this.#preflights.get(requestId) !== undefined;
  }

  accept(event: RawEvent): void {
    if (this.#ended.includes(event)) return;
    const { state } = this.#followed.get(event.requestId)?.exchange.outcome ?? {};
    // It was only followed for its preflight: the id is a new request's.
    if (state === 'error') this.#unfollow(event.requestId);
    const link = this.#preflights.get(event.requestId);
    if (link !== undefined) {
      this.#unheard.perhapsHeardOf(link.exchangeId, event.at);
      this.#acceptOfPreflight(event, link);
      return;
    }
    this.#unheard.heardOf(event.requestId);
    switch (event.kind) {
      case 'before-request':
        this.#begin(event);
        break;
      case 'send-headers':
        if (isPreflight(event)) this.#pair(event);
        else this.#sendHeaders(event);
        break;
      case 'headers-received':
        if (!this.#followed.has(event.requestId) && this.#exchangeOf(event.requestId) === undefined) {
          this.#begin(event);
        }
        if (this.#isAtLastHop(event)) {
          this.#change(event.requestId, (exchange) => withResponse(reopen(exchange), event.response));
        }
        break;
      case 'redirect':
        this.#redirect(event);
        break;
      case 'completed':
      case 'error':
        this.#end(event);
        break;
      default:
        assertNever(event);
    }
  }

  /**
   * Ends what is pending in a tab. Events that come all the same (keepalive) still correct it.
   *
   * @param stays tells of what goes on
   */
  closeTab(tabId: number, at: number, reason: ClosedReason, stays = noExchange): void {
    for (const [id, { exchange }] of this.#followed.entries()) {
      if (exchange.tabId === tabId && !stays(exchange)) this.#change(id, (open) => close(open, at, reason));
    }
  }

  /** Ends one that is pending. */
  close(id: string, at: number, reason: ClosedReason): void {
    this.#change(id, (open) => close(open, at, reason));
  }

  /** What has no end yet, and no concluded one either. */
  pending(): readonly Exchange[] {
    return [...this.#followed.entries()].flatMap(([, { exchange }]) =>
      exchange.outcome.state === 'pending' ? [exchange] : [],
    );
  }

  /** Ends what waited too long, and stops following what ended long ago without a word from the browser. */
  closeOverdue(now: number): void {
    for (const id of this.#unheard.givenUpAt(now)) this.close(id, now, 'recorder-stopped');
    for (const [id, { exchange }] of this.#followed.entries()) {
      const reason = this.#unheard.has(id) ? null : reasonToClose(exchange, now);
      if (reason !== null) this.close(id, now, reason);
      else if (isForgettable(exchange, now)) this.#unfollow(id);
    }
    for (const id of this.#preflights.exchangeIds()) {
      const exchange = this.#exchangeOf(id);
      if (exchange === undefined || isForgettable(exchange, now)) this.#unlink(id);
    }
  }

  /** Stops following requests whose exchanges are gone; their later events are ignored. */
  forget(ids: readonly string[]): void {
    for (const id of new Set(ids)) {
      this.#unlink(id);
      if (this.#followed.has(id)) this.#ended.add(id, Number.POSITIVE_INFINITY);
      this.#unfollow(id);
    }
  }

  /** Ids of requests whose exchanges are gone while they run: to be stored, because their events still come. */
  forgotten(): readonly string[] {
    return this.#ended.forGood();
  }

  /** Takes over what `forgotten` gave before the background was stopped. */
  restoreForgotten(ids: readonly string[]): void {
    for (const id of ids) this.#ended.add(id, Number.POSITIVE_INFINITY);
  }

  /** The tab's requests that are followed, also those that aren't exchanges yet. */
  followedIn(tabId: number): readonly Exchange[] {
    return [...this.#followed.entries()].flatMap(([, { exchange }]) =>
      exchange.tabId === tabId ? [exchange] : [],
    );
  }

  /** Everything that is known of an exchange, to be stored; null if it is gone. */
  recordOf(id: string): RecorderRecord | null {
    const followed = this.#followed.get(id);
    const exchange = this.#exchangeOf(id);
    if (exchange === undefined) return null;
    const running = this.#preflights.of(id);
    const preflights = running.length > 0 ? { preflights: running } : {};
    if (followed === undefined) return { exchange, ...preflights };
    const { urlKey, order, isExchange } = followed;
    return { exchange, followed: { urlKey, order, isExchange }, ...preflights };
  }

  /**
   * Takes over what was stored before the background was stopped.
   *
   * @param now milliseconds since the epoch
   */
  restore({ exchange, followed, preflights }: RecorderRecord, now: number): void {
    if (followed !== undefined) {
      if (exchange.outcome.state === 'pending') this.#unheard.add(exchange.id, now);
      this.#followed.set(exchange.id, { exchange, ...followed });
      if (!followed.isExchange) this.#unconfirmed.add(exchange.id);
      this.#order = Math.max(this.#order, followed.order);
    }
    if (now - lastSeenAt(exchange) < KILLED_WITHIN_MS) this.#pairing.resume(now);
    for (const [id, hop] of preflights ?? []) this.#preflights.add(id, { exchangeId: exchange.id, hop });
    if (followed?.isExchange !== false) this.#context.store.put(exchange);
  }

  #begin(event: Exclude<RawEvent, EventOf<'completed' | 'error'>>): void {
    const known = this.#followed.get(event.requestId);
    if (known === undefined) {
      this.#follow(event.requestId, {
        exchange: startExchange(event, this.#context.pageOf(event), this.#context.observedIn),
        urlKey: event.urlKey,
        order: this.#nextOrder(),
        isExchange: event.method !== 'OPTIONS',
      });
      return;
    }
    if (this.#isAtLastHop(event) && lastHop(known.exchange).redirectUrl === undefined) return;
    if (known.exchange.hops.some(({ url, startedAt }) => url === event.url && startedAt === event.at)) return;
    if (known.exchange.hops.length >= MAX_HOPS) {
      this.#drop(known.exchange);
      return;
    }
    const { response } = lastHop(known.exchange);
    // A service worker had taken it over, and the browser goes on with it after all.
    const isSameAgain = response?.status === 0 && known.urlKey === event.urlKey;
    this.#follow(event.requestId, {
      ...known,
      exchange: withNextHop(reopen(known.exchange), event, isSameAgain),
      urlKey: event.urlKey,
      order: this.#nextOrder(),
    });
  }

  #sendHeaders(event: EventOf<'send-headers'>): void {
    if (!this.#reach(event)) return;
    this.#confirm(event.requestId);
    const sender = this.#followed.get(event.requestId);
    if (sender !== undefined && this.#engine === 'chromium') this.#pairing.sent(sender, event);
    this.#change(event.requestId, (exchange) => withRequest(reopen(exchange), event));
  }

  #redirect(event: EventOf<'redirect'>): void {
    // A same-origin request is of interest from here on; its first hop is rebuilt from what the redirect tells.
    if (!this.#reach(event)) return;
    this.#confirm(event.requestId);
    this.#change(event.requestId, (exchange) => {
      const redirected = withRedirect(reopen(exchange), event);
      return event.toItself ? close(redirected, event.at, 'service-worker') : redirected;
    });
  }

  #end(event: EventOf<'completed'> | EventOf<'error'>): void {
    const followed = this.#followed.get(event.requestId);
    if (followed === undefined) return;
    const isProbe = event.kind === 'error' && event.type === 'font' && event.error === CACHE_PROBE_ERROR;
    if (isProbe || !followed.isExchange) {
      this.#context.store.remove(event.requestId);
      this.#unfollow(event.requestId);
      return;
    }
    if (event.kind === 'error' && this.#engine === 'chromium') this.#pairing.failed(followed, event.error);
    this.#change(event.requestId, (exchange) => withEnd(exchange, event));
    const ended = this.#followed.get(event.requestId);
    if (ended === undefined || !this.#pairing.isWanted(ended)) this.#unfollow(event.requestId);
    this.#ended.add(event.requestId, event.at);
  }

  #pair(event: EventOf<'send-headers'>): void {
    const begun = this.#followed.get(event.requestId);
    this.#unfollow(event.requestId);
    if (begun?.isExchange) this.#context.store.remove(event.requestId);
    this.#pairing.pair(event, begun);
    if (this.#preflights.get(event.requestId) === undefined) this.#ended.add(event.requestId, event.at);
  }

  #acceptOfPreflight(event: RawEvent, { exchangeId, hop }: PreflightLink): void {
    const isEnd = event.kind === 'completed' || event.kind === 'error';
    if (isEnd) {
      this.#preflights.delete(event.requestId);
      this.#ended.add(event.requestId, event.at);
    }
    const exchange = this.#exchangeOf(exchangeId);
    if (exchange === undefined) return;
    this.#put(withPreflightEvent(exchange, hop, event));
  }

  /**
   * The hop that an event is of. Its first event may be missing: then it begins with this one. False for an event of a
   * hop that is over, which was told before.
   */
  #reach(event: EventOf<'send-headers'> | EventOf<'redirect'>): boolean {
    const known = this.#followed.get(event.requestId);
    if (known === undefined || !this.#isAtLastHop(event)) {
      if (known?.exchange.hops.some(({ url }) => url === event.url)) return false;
      this.#begin(event);
    }
    return true;
  }

  #isAtLastHop({ requestId, urlKey }: RawEvent): boolean {
    return this.#followed.get(requestId)?.urlKey === urlKey;
  }

  /** It has become clear that this OPTIONS request is the page's own. */
  #confirm(id: string): void {
    const followed = this.#followed.get(id);
    if (followed !== undefined && !followed.isExchange) this.#follow(id, { ...followed, isExchange: true });
  }

  #change(id: string, change: (exchange: Exchange) => Exchange): void {
    const followed = this.#followed.get(id);
    if (followed !== undefined) this.#put(change(followed.exchange));
  }

  #put(exchange: Exchange): void {
    const followed = this.#followed.get(exchange.id);
    if (followed !== undefined) {
      this.#follow(exchange.id, { ...followed, exchange });
      return;
    }
    this.#context.store.put(exchange);
    this.#context.onRecordChange(exchange.id);
  }

  #follow(id: string, followed: FollowedRequest): void {
    this.#followed.set(id, followed);
    if (followed.isExchange) {
      this.#unconfirmed.delete(id);
      this.#context.store.put(followed.exchange);
    } else {
      this.#unconfirmed.add(id);
      const [oldest = ''] = this.#unconfirmed;
      const given = this.#followed.get(oldest);
      if (this.#unconfirmed.size > MAX_UNCONFIRMED && given !== undefined) this.#drop(given.exchange);
    }
    this.#context.onRecordChange(id);
  }

  /** Gives it up because of the limits. */
  #drop(exchange: Exchange): void {
    this.#context.store.drop(exchange);
    this.forget([exchange.id]);
  }

  #unfollow(id: string): void {
    this.#unconfirmed.delete(id);
    this.#followed.delete(id);
    this.#unheard.heardOf(id);
    this.#context.onRecordChange(id);
  }

  /** Stops expecting anything of an exchange's preflights. */
  #unlink(id: string): void {
    const preflights = this.#preflights.of(id);
    for (const [preflightId] of preflights) {
      this.#preflights.delete(preflightId);
      this.#ended.add(preflightId, Number.POSITIVE_INFINITY);
    }
    if (preflights.length > 0) this.#context.onRecordChange(id);
  }

  #exchangeOf(id: string): Exchange | undefined {
    return this.#followed.get(id)?.exchange ?? this.#context.store.get(id);
  }

  #nextOrder(): number {
    this.#order += 1;
    return this.#order;
  }
}

function noExchange(_exchange: Exchange): boolean {
  return false;
}

import { assertNever } from '../model/assert-never.ts';
import type { ClosedReason, Engine, Exchange, ObservedIn } from '../model/exchange.ts';
import { MAX_HOPS, MAX_IGNORED, MAX_UNCONFIRMED } from '../model/limits.ts';
import { close, isForgettable, reasonToClose, reopen } from './closing.ts';
import {
  lastHop,
  startExchange,
  withEnd,
  withNextHop,
  withoutPreflight,
  withPreflight,
  withPreflightEvent,
  withRedirect,
  withRequest,
  withResponse,
} from './exchange-changes.ts';
import { isPreflight, type OpenRequest, pairPreflight } from './pairing.ts';
import { type PreflightLink, PreflightLinks } from './preflight-links.ts';
import type { EventOf, RawEvent } from './raw-event.ts';
import type { RecorderRecord } from './recorder-record.ts';
import type { ExchangeStore } from './store.ts';
import { Unheard } from './unheard.ts';

/** A request that is being followed. */
interface FollowedRequest extends OpenRequest {
  /** False for an OPTIONS request until it is clear that it isn't a preflight. */
  readonly isExchange: boolean;
}

export interface RecorderContext {
  readonly observedIn: ObservedIn;
  readonly store: ExchangeStore;
  /** Masked URL of the tab's page, if known. */
  pageOf(tabId: number): string | undefined;
  /** Told of every id whose record has changed or gone. */
  onRecordChange(id: string): void;
}

/** Chromium looks into its cache for a font before it asks for it, and reports that as a request of its own. */
const CACHE_PROBE_ERROR = 'net::ERR_CACHE_MISS';

/** Turns the events of webRequest, one by one, into exchanges. Events may be missing; none may come twice. */
export class Recorder {
  readonly #context: RecorderContext;
  readonly #engine: Engine;
  readonly #followed = new Map<string, FollowedRequest>();
  readonly #preflights = new PreflightLinks();
  /** Requests whose exchanges are gone while they run. */
  readonly #ignored = new Set<string>();
  readonly #unheard = new Unheard();
  /** Those that are followed and no exchanges yet, oldest first. */
  readonly #unconfirmed = new Set<string>();
  #order = 0;

  constructor(context: RecorderContext) {
    this.#context = context;
    this.#engine = context.observedIn.engine;
  }

  /** Whether events of this id, of a request or a preflight, belong to something that is being recorded. */
  isFollowed(requestId: string): boolean {
    return this.#followed.has(requestId) || this.#preflights.get(requestId) !== undefined;
  }

  accept(event: RawEvent): void {
    if (this.#ignored.has(event.requestId)) return;
    const link = this.#preflights.get(event.requestId);
    this.#unheard.heardOf(link?.exchangeId ?? event.requestId);
    if (link !== undefined) {
      this.#acceptOfPreflight(event, link);
      return;
    }
    switch (event.kind) {
      case 'before-request':
        this.#begin(event);
        break;
      case 'send-headers':
        if (isPreflight(event)) this.#pair(event);
        else this.#sendHeaders(event);
        break;
      case 'headers-received':
        this.#change(event.requestId, (exchange) => withResponse(reopen(exchange), event.response));
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

  /** Ends what is pending in a tab. Events that come all the same (keepalive) still correct it. */
  closeTab(tabId: number, at: number, reason: ClosedReason): void {
    for (const [id, { exchange }] of this.#followed) {
      if (exchange.tabId === tabId) this.#change(id, (open) => close(open, at, reason));
    }
  }

  /** Ends one that is pending. */
  close(id: string, at: number, reason: ClosedReason): void {
    this.#change(id, (open) => close(open, at, reason));
  }

  /** What has no end yet, and no concluded one either. */
  pending(): readonly Exchange[] {
    return [...this.#followed.values()].flatMap(({ exchange }) =>
      exchange.outcome.state === 'pending' ? [exchange] : [],
    );
  }

  /** Ends what waited too long, and stops following what ended long ago without a word from the browser. */
  closeOverdue(now: number): void {
    for (const id of this.#unheard.givenUpAt(now)) this.close(id, now, 'recorder-stopped');
    for (const [id, { exchange }] of this.#followed) {
      const reason = this.#unheard.has(id) ? null : reasonToClose(exchange, now);
      if (reason !== null) this.close(id, now, reason);
      else if (isForgettable(exchange, now)) this.#unfollow(id);
    }
    const unlinked = this.#preflights.deleteWhere((exchangeId) => {
      const exchange = this.#exchangeOf(exchangeId);
      return exchange === undefined || isForgettable(exchange, now);
    });
    for (const id of unlinked) this.#context.onRecordChange(id);
  }

  /** Stops following requests whose exchanges are gone; their later events are ignored. */
  forget(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#preflights.deleteWhere((exchangeId) => gone.has(exchangeId));
    for (const id of gone) {
      if (this.#followed.has(id)) this.#ignore(id);
      this.#unfollow(id);
    }
  }

  /** The ids of a tab's requests that aren't exchanges yet, or no more. */
  followedIn(tabId: number): readonly string[] {
    return [...this.#followed].filter(([, { exchange }]) => exchange.tabId === tabId).map(([id]) => id);
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
    for (const [id, hop] of preflights ?? []) this.#preflights.add(id, { exchangeId: exchange.id, hop });
    if (followed?.isExchange !== false) this.#context.store.put(exchange);
  }

  #begin(event: EventOf<'before-request'> | EventOf<'send-headers'> | EventOf<'redirect'>): void {
    const known = this.#followed.get(event.requestId);
    if (known === undefined) {
      this.#follow(event.requestId, {
        exchange: startExchange(event, this.#context.pageOf(event.tabId), this.#context.observedIn),
        urlKey: event.urlKey,
        order: this.#nextOrder(),
        isExchange: event.method !== 'OPTIONS',
      });
      return;
    }
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
    if (!this.#followed.has(event.requestId)) this.#begin(event);
    this.#confirm(event.requestId);
    const before = this.#followed.get(event.requestId);
    this.#change(event.requestId, (exchange) => withRequest(reopen(exchange), event));
    if (before !== undefined && this.#engine === 'chromium') this.#reconsiderPairing(before.exchange);
  }

  #redirect(event: EventOf<'redirect'>): void {
    // A same-origin request is of interest from here on; its first hop is rebuilt from what the redirect tells.
    if (!this.#followed.has(event.requestId)) this.#begin(event);
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
    this.#change(event.requestId, (exchange) => withEnd(exchange, event));
    this.#unfollow(event.requestId);
  }

  #pair(event: EventOf<'send-headers'>): void {
    this.#unfollow(event.requestId);
    const choice = pairPreflight(event, this.#followed.values(), this.#engine);
    if (choice === null) return;
    this.#confirm(choice.requestId);
    const hop = (this.#followed.get(choice.requestId)?.exchange.hops.length ?? 1) - 1;
    this.#preflights.add(event.requestId, { exchangeId: choice.requestId, hop });
    this.#change(choice.requestId, (exchange) =>
      withPreflight(exchange, hop, {
        request: { headers: event.headers },
        startedAt: event.at,
        pairing: choice.pairing,
      }),
    );
  }

  /**
   * Chromium sends a request only when its preflight has been answered. If it sends one whose preflight is still
   * running, that preflight is another request's: it goes to the next that could have sent it, if there is one.
   */
  #reconsiderPairing(sent: Exchange): void {
    const hop = sent.hops.length - 1;
    const preflight = lastHop(sent).preflight;
    if (preflight === undefined || preflight.response !== undefined || preflight.endedAt !== undefined)
      return;
    const preflightId = this.#preflights.of(sent.id).find(([, at]) => at === hop)?.[0];
    const followed = this.#followed.get(sent.id);
    if (preflightId === undefined || followed === undefined) return;
    const asSent: EventOf<'send-headers'> = {
      ...sent,
      kind: 'send-headers',
      requestId: preflightId,
      headers: preflight.request.headers,
      url: lastHop(sent).url,
      urlKey: followed.urlKey,
      method: 'OPTIONS',
      at: preflight.startedAt,
    };
    if (pairPreflight(asSent, this.#followed.values(), this.#engine) === null) return;
    this.#preflights.delete(preflightId);
    this.#change(sent.id, (exchange) => withoutPreflight(exchange, hop));
    this.#pair(asSent);
  }

  #acceptOfPreflight(event: RawEvent, { exchangeId, hop }: PreflightLink): void {
    const isEnd = event.kind === 'completed' || event.kind === 'error';
    if (isEnd) this.#preflights.delete(event.requestId);
    const exchange = this.#exchangeOf(exchangeId);
    if (exchange === undefined) return;
    this.#put(withPreflightEvent(exchange, hop, event));
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

  #ignore(id: string): void {
    this.#ignored.add(id);
    const [oldest] = this.#ignored;
    if (this.#ignored.size > MAX_IGNORED && oldest !== undefined) this.#ignored.delete(oldest);
  }

  #exchangeOf(id: string): Exchange | undefined {
    return this.#followed.get(id)?.exchange ?? this.#context.store.get(id);
  }

  #nextOrder(): number {
    this.#order += 1;
    return this.#order;
  }
}

import type { Engine, Exchange, HttpRequest, Preflight } from '../model/exchange.ts';
import { containsHeader } from '../model/header-list.ts';
import { lastHop, withoutPreflight, withPreflight } from './exchange-changes.ts';
import { type FollowedRequest, type FollowedRequests, kindOf } from './followed-requests.ts';
import { headerFit } from './header-fit.ts';
import { choosePair, isOpenToPreflight, kindAskedFor, pairingAmong } from './pairing.ts';
import type { PreflightLinks } from './preflight-links.ts';
import type { EventOf } from './raw-event.ts';

export interface PreflightPairingContext {
  readonly engine: Engine;
  readonly followed: FollowedRequests;
  readonly links: PreflightLinks;
  /** Changes a followed request that has, or had, a preflight: an exchange for sure. */
  change(id: string, change: (exchange: Exchange) => Exchange): void;
}

/** A preflight with the request that it was given to. */
interface Pair {
  readonly owner: FollowedRequest;
  readonly preflight: Preflight;
}

/** Chromium's end of a request that the page or the user gave up: it tells nothing about its preflight. */
const ABORTED = 'net::ERR_ABORTED';

/**
 * Gives each preflight to the request that it was sent for (see `choosePair`), and corrects that where Chromium's later
 * events prove it wrong. Only pairs that were called likely are ever changed.
 */
export class PreflightPairing {
  readonly #context: PreflightPairingContext;

  constructor(context: PreflightPairingContext) {
    this.#context = context;
  }

  /**
   * A preflight is sent. If there is no request that it can be for, it is nobody's.
   *
   * @param begun the preflight as it began; undefined if that was not seen
   */
  pair(event: EventOf<'send-headers'>, begun: FollowedRequest | undefined): void {
    const { engine, followed } = this.#context;
    const given = begun && likelyPreflightOf(begun);
    if (begun !== undefined && given !== undefined) this.#pairWithout(begun, given);
    const older = followed
      .ofKind(kindAskedFor(event))
      .filter(({ order }) => begun === undefined || order < begun.order);
    const choice = choosePair(event.headers, older, engine);
    if (choice === null) return;
    const startedAt = begun?.exchange.startedAt ?? event.at;
    const preflight = { request: { headers: event.headers }, startedAt, pairing: choice.pairing };
    this.#give(preflight, choice.request, event.requestId);
  }

  /**
   * Chromium is about to send a request: its preflight, if it needed one, has passed, and asked for the headers that
   * it has. If the one that it was given hasn't, that is another request's.
   */
  sent(sender: FollowedRequest, request: HttpRequest): void {
    const own = likelyPreflightOf(sender);
    if (own === undefined) return;
    const isAsked = (preflight: Preflight): boolean =>
      headerFit(preflight.request.headers, request, sender.exchange) === 'exact';
    const passed = mayHavePassed(own);
    if (passed && isAsked(own)) return;
    if (!isAsked(own)) {
      const other = this.#likelyPairsLike(sender).find(
        (pair) => mayHavePassed(pair.preflight) && isAsked(pair.preflight) && isPossible(pair.owner, own),
      );
      if (other !== undefined) {
        this.#swap({ owner: sender, preflight: own }, other);
        return;
      }
    }
    if (!passed) this.#pairWithout(sender, own);
  }

  /**
   * Chromium ends a request that it never sent: because of its preflight, which ended before. If the one that it was
   * given still runs, or it has none, its own is the first that has failed of a request that goes on.
   */
  failed(request: FollowedRequest, error: string): void {
    const { request: sent, preflight } = lastHop(request.exchange);
    if (error === ABORTED || sent !== undefined || request.exchange.outcome.state !== 'pending') return;
    const own = likelyPreflightOf(request);
    if (preflight !== undefined && (own === undefined || !isRunning(own))) return;
    const other = this.#likelyPairsLike(request).find(
      (pair) => hasFailed(pair.preflight) && isPossible(request, pair.preflight),
    );
    if (other === undefined) return;
    if (own === undefined) this.#move(other, request);
    else if (isPossible(other.owner, own)) this.#swap({ owner: request, preflight: own }, other);
  }

  /** Pairs of the same kind that aren't certain and whose requests are open, without this request's. */
  #likelyPairsLike(request: FollowedRequest): readonly Pair[] {
    return this.#openLike(request).flatMap((owner) => {
      const preflight = likelyPreflightOf(owner);
      return preflight === undefined ? [] : [{ owner, preflight }];
    });
  }

  #openLike(request: FollowedRequest): readonly FollowedRequest[] {
    const { followed, engine } = this.#context;
    return followed
      .ofKind(kindOf(request))
      .filter((other) => other.exchange.id !== request.exchange.id && isOpenToPreflight(other, engine));
  }

  /**
   * The preflight isn't this request's, nor is any other that runs: they are given anew to those that are left, the
   * oldest first as before. One that is nobody's then had a request that is gone.
   */
  #pairWithout(sender: FollowedRequest, own: Preflight): void {
    const open = this.#openLike(sender);
    const pairs = [{ owner: sender, preflight: own }, ...this.#likelyPairsLike(sender)].sort(
      (one, other) => one.preflight.startedAt - other.preflight.startedAt,
    );
    const taken = new Set<FollowedRequest>();
    const moves = pairs.map(({ owner, preflight }) => {
      const to = open.find((request) => !taken.has(request) && isPossible(request, preflight));
      if (to !== undefined) taken.add(to);
      const isLess = !mayHavePassed(preflight) && isPossible(sender, preflight);
      const { candidates } = preflight.pairing;
      const pairing = isLess ? pairingAmong(candidates - 1) : preflight.pairing;
      return { id: this.#take(owner), to, preflight: { ...preflight, pairing } };
    });
    for (const { id, to, preflight } of moves) if (to !== undefined) this.#give(preflight, to, id);
  }

  #swap(one: Pair, other: Pair): void {
    const [oneId, otherId] = [this.#take(one.owner), this.#take(other.owner)];
    this.#give(one.preflight, other.owner, oneId);
    this.#give(other.preflight, one.owner, otherId);
  }

  #move({ owner, preflight }: Pair, to: FollowedRequest): void {
    this.#give(preflight, to, this.#take(owner));
  }

  /** Takes the preflight from a request; gives its id if it is running. */
  #take({ exchange: { id, hops } }: FollowedRequest): string | undefined {
    const { links, change } = this.#context;
    const hop = hops.length - 1;
    const preflightId = links.of(id).find(([, at]) => at === hop)?.[0];
    if (preflightId !== undefined) links.delete(preflightId);
    change(id, (exchange) => withoutPreflight(exchange, hop));
    return preflightId;
  }

  #give(preflight: Preflight, { exchange: { id, hops } }: FollowedRequest, preflightId?: string): void {
    const hop = hops.length - 1;
    if (preflightId !== undefined) this.#context.links.add(preflightId, { exchangeId: id, hop });
    this.#context.change(id, (exchange) => withPreflight(exchange, hop, preflight));
  }
}

/** The preflight of the last hop, if it may be another request's. */
function likelyPreflightOf({ exchange }: FollowedRequest): Preflight | undefined {
  const { preflight } = lastHop(exchange);
  return preflight?.pairing.confidence === 'likely' ? preflight : undefined;
}

/** A request begins before its preflight does. */
function isPossible({ exchange }: FollowedRequest, preflight: Preflight): boolean {
  return lastHop(exchange).startedAt <= preflight.startedAt;
}

function isRunning({ response, error }: Preflight): boolean {
  return response === undefined && error === undefined;
}

/** Whether its request can have been sent: an answer that another extension completes may pass, its status can't change. */
function mayHavePassed({ response, error }: Preflight): boolean {
  return response !== undefined && error === undefined && response.status >= 200 && response.status <= 299;
}

function hasFailed(preflight: Preflight): boolean {
  if (isRunning(preflight)) return false;
  const headers = preflight.response?.headers ?? [];
  return !mayHavePassed(preflight) || !containsHeader(headers, 'Access-Control-Allow-Origin');
}

import type { Engine, Exchange, HttpRequest, Preflight } from '../model/exchange.ts';
import { containsHeader } from '../model/header-list.ts';
import { RESUME_TIME_LIMIT_MS } from '../model/limits.ts';
import { ABORTED } from './closing.ts';
import { lastHop, withoutPreflight, withPreflight } from './exchange-changes.ts';
import { type FollowedRequest, type FollowedRequests, kindOf } from './followed-requests.ts';
import { headerFit } from './header-fit.ts';
import { choosePair, isOpenToPreflight, kindAskedFor, pairingAmong, wasGivenUpBefore } from './pairing.ts';
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

/**
 * Gives each preflight to the request that it was sent for (see `choosePair`), and corrects that where Chromium's later
 * events prove it wrong. Only pairs that were called likely are ever changed.
 */
export class PreflightPairing {
  readonly #context: PreflightPairingContext;
  /** Until then (milliseconds since the epoch) preflights begin whose requests may have gone unseen. */
  #unseenUntil = Number.NEGATIVE_INFINITY;

  constructor(context: PreflightPairingContext) {
    this.#context = context;
  }

  /** The background was killed, and listens again from this time on. */
  resume(at: number): void {
    this.#unseenUntil = at + RESUME_TIME_LIMIT_MS;
  }

  /**
   * A preflight is sent. If there is no request that it can be for, it is nobody's.
   *
   * @param begun the preflight as it began; undefined if that was not seen
   */
  pair(event: EventOf<'send-headers'>, begun: FollowedRequest | undefined): void {
    const { engine, followed } = this.#context;
    if (begun !== undefined && likelyPreflightOf(begun) !== undefined) this.#pairAnew(begun);
    const startedAt = begun?.exchange.startedAt ?? event.at;
    const older = followed
      .ofKind(kindAskedFor(event))
      .filter(({ order, exchange }) =>
        begun === undefined ? lastHop(exchange).startedAt <= startedAt : order < begun.order,
      );
    const unseen = this.#mayBeOfUnseen({ startedAt }) ? 1 : 0;
    const choice = choosePair({ headers: event.headers, startedAt }, older, engine, unseen);
    if (choice === null) return;
    const preflight = { request: { headers: event.headers }, startedAt, pairing: choice.pairing };
    this.#give(preflight, choice.request, event.requestId);
  }

  /**
   * Chromium is about to send a request: its preflight, if it needed one, has passed, and asked for the headers that
   * it has. If the one that it was given hasn't, that is another request's.
   */
  sent(sender: FollowedRequest, request: HttpRequest): void {
    const { preflight } = lastHop(sender.exchange);
    if (preflight?.pairing.confidence === 'certain') return;
    const fitOf = (asking: Preflight) => headerFit(asking.request.headers, request, sender.exchange);
    const isAskedBy = (asking: Preflight): boolean => fitOf(asking) === 'exact';
    if (preflight === undefined || !isAskedBy(preflight)) {
      const own = this.#likelyPairsLike(sender).find(
        (pair) =>
          mayHavePassed(pair.preflight) &&
          asksForHeaders(pair.preflight) &&
          isAskedBy(pair.preflight) &&
          isPossible(sender, pair.preflight),
      );
      if (own !== undefined) {
        this.#pairAnew(sender, own);
        return;
      }
    }
    if (preflight === undefined) return;
    const isOfUnseen = this.#mayBeOfUnseen(preflight) && fitOf(preflight) === 'none';
    if (isOfUnseen || !mayHavePassed(preflight)) this.#pairAnew(sender);
  }

  /**
   * Chromium ends a request that it never sent: because of its preflight, which ended before. If the one that it was
   * given still runs, or it has none, its own is the first that has failed of a request that goes on.
   */
  failed(request: FollowedRequest, error: string): void {
    const { request: sent, preflight } = lastHop(request.exchange);
    if (error === ABORTED || sent !== undefined || request.exchange.outcome.state !== 'pending') return;
    if (preflight !== undefined && (preflight.pairing.confidence === 'certain' || !isRunning(preflight)))
      return;
    const own = this.#likelyPairsLike(request).find(
      (pair) => hasFailed(pair.preflight) && isPossible(request, pair.preflight),
    );
    if (own !== undefined) this.#pairAnew(request, own);
  }

  /** Whether a request that has ended may still be the one that a preflight was sent for. */
  isWanted(request: FollowedRequest): boolean {
    return isOpenToPreflight(request, this.#context.engine);
  }

  #mayBeOfUnseen({ startedAt }: Pick<Preflight, 'startedAt'>): boolean {
    return startedAt < this.#unseenUntil;
  }

  /** Pairs of the same kind that aren't certain and whose requests are open, without this request's. */
  #likelyPairsLike(request: FollowedRequest): Pair[] {
    return this.#openLike(request).flatMap((owner): Pair[] => {
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
   * The preflight that a request was given isn't its own, nor is any other that runs: they are given anew to those that
   * are left, the oldest first as before. One that is nobody's then had a request that is gone.
   *
   * @param own the pair whose preflight is this request's, if that is known
   */
  #pairAnew(request: FollowedRequest, own?: Pair): void {
    const open = this.#openLike(request);
    const given = likelyPreflightOf(request);
    const pairs = this.#likelyPairsLike(request).filter(({ owner }) => owner !== own?.owner);
    if (given !== undefined) pairs.push({ owner: request, preflight: given });
    pairs.sort((one, other) => one.preflight.startedAt - other.preflight.startedAt);
    const taken = new Set<FollowedRequest>();
    const ownId = own && this.#take(own.owner);
    const moves = pairs.map(({ owner, preflight }) => {
      const to = open.find((each) => !taken.has(each) && isPossible(each, preflight));
      if (to !== undefined) taken.add(to);
      const isLess = !mayHavePassed(preflight) && isPossible(request, preflight);
      const { candidates } = preflight.pairing;
      const pairing = isLess ? pairingAmong(candidates - 1) : preflight.pairing;
      return { id: this.#take(owner), to, preflight: { ...preflight, pairing } };
    });
    if (own !== undefined) this.#give(own.preflight, request, ownId);
    for (const { id, to, preflight } of moves) if (to !== undefined) this.#give(preflight, to, id);
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

/** A request begins before its preflight does, and isn't given up long before. */
function isPossible(request: FollowedRequest, { startedAt }: Preflight): boolean {
  return lastHop(request.exchange).startedAt <= startedAt && !wasGivenUpBefore(request, startedAt);
}

function asksForHeaders({ request }: Preflight): boolean {
  return containsHeader(request.headers, 'Access-Control-Request-Headers');
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

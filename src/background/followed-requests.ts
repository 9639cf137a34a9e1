import type { Exchange } from '../model/exchange.ts';
import { lastHop } from './exchange-changes.ts';

/** A request that is being followed, with what following takes and the exchange itself does not tell. */
export interface FollowedRequest {
  readonly exchange: Exchange;
  /** Of its last hop. */
  readonly urlKey: string;
  /** Grows with every hop of every request: which of two hops began first, also where the clock gives one time. */
  readonly order: number;
  /** False for an OPTIONS request until it is clear that it isn't a preflight. */
  readonly isExchange: boolean;
}

/** What a preflight tells of the request that it was sent for. Requests of one kind can't be told apart by it. */
export interface RequestKind {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
  readonly initiator: string;
  readonly urlKey: string;
  readonly method: string;
}

/** The requests that are being followed, by id and by kind: a preflight is looked up among thousands that are open. */
export class FollowedRequests {
  readonly #requests = new Map<string, FollowedRequest>();
  readonly #idsByKind = new Map<string, Set<string>>();
  readonly #kindOf = new Map<string, string>();

  get(id: string): FollowedRequest | undefined {
    return this.#requests.get(id);
  }

  has(id: string): boolean {
    return this.#requests.has(id);
  }

  entries(): Iterable<[string, FollowedRequest]> {
    return this.#requests.entries();
  }

  /** Those that are of this kind at their last hop, the oldest of these hops first. */
  ofKind(kind: RequestKind): readonly FollowedRequest[] {
    const ids = this.#idsByKind.get(keyOf(kind)) ?? [];
    return [...ids]
      .flatMap((id) => this.#requests.get(id) ?? [])
      .sort((one, other) => one.order - other.order);
  }

  set(id: string, request: FollowedRequest): void {
    const before = this.#requests.get(id);
    this.#requests.set(id, request);
    if (before?.order === request.order) return;
    this.#unindex(id);
    const kind = keyOf(kindOf(request));
    this.#kindOf.set(id, kind);
    const ids = this.#idsByKind.get(kind);
    if (ids === undefined) this.#idsByKind.set(kind, new Set([id]));
    else ids.add(id);
  }

  delete(id: string): void {
    this.#requests.delete(id);
    this.#unindex(id);
  }

  #unindex(id: string): void {
    const kind = this.#kindOf.get(id);
    if (kind === undefined) return;
    this.#kindOf.delete(id);
    const ids = this.#idsByKind.get(kind);
    ids?.delete(id);
    if (ids?.size === 0) this.#idsByKind.delete(kind);
  }
}

/** Of its last hop. */
export function kindOf({ exchange, urlKey }: FollowedRequest): RequestKind {
  const { tabId, frameId, documentId, initiator } = exchange;
  const { method } = lastHop(exchange);
  return { tabId, frameId, initiator, urlKey, method, ...(documentId === undefined ? {} : { documentId }) };
}

/**
 * No part of it holds a space. A document stands for its frame, whose number changes when the page goes into the
 * back/forward cache: between a request that it sends as it goes and that request's preflight.
 */
function keyOf({
  tabId,
  frameId,
  documentId = `${frameId}`,
  initiator,
  urlKey,
  method,
}: RequestKind): string {
  return `${tabId} ${documentId} ${initiator} ${urlKey} ${method}`;
}

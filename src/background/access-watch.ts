import { coversOrigin, type HostAccess } from '../model/host-access.ts';
import { originOf } from '../model/origin.ts';
import { lastHop } from './exchange-changes.ts';
import type { RawEvent } from './raw-event.ts';
import type { Recorder } from './recorder.ts';

export interface AccessWatchContext {
  readonly recorder: Recorder;
  hostAccess(): HostAccess;
  /** Whether a request is shown only with access to its target, besides the site that makes it. */
  readonly targetsNeedAccess: boolean;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Browsers show the requests of the sites that the user granted; where one leaves them, its events just stop. */
export class AccessWatch {
  readonly #context: AccessWatchContext;

  constructor(context: AccessWatchContext) {
    this.#context = context;
  }

  /** A request may have been redirected out of sight. */
  accepted(event: RawEvent): void {
    if (event.kind === 'redirect') this.#check(event.requestId, event.initiator, event.redirectUrl);
  }

  /** The user granted or withdrew access. */
  changed(): void {
    for (const exchange of this.#context.recorder.pending()) {
      const { url, redirectUrl } = lastHop(exchange);
      this.#check(exchange.id, exchange.initiator, redirectUrl ?? url);
    }
  }

  #check(id: string, initiator: string, target: string): void {
    const { recorder, hostAccess, targetsNeedAccess, now } = this.#context;
    const needed = targetsNeedAccess ? [initiator, originOf(target)] : [initiator];
    const isHidden = needed.some((origin) => isSite(origin) && !coversOrigin(hostAccess(), origin));
    if (isHidden) recorder.close(id, now(), 'no-access');
  }
}

/** Access is granted to these only. Where a request goes elsewhere, another end tells. */
function isSite(origin: string): boolean {
  return /^https?:/.test(origin);
}

import type { Exchange } from '../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import { parseUrl } from '../model/url.ts';
import { lastHop } from './exchange-changes.ts';
import type { RawEvent } from './raw-event.ts';
import type { Recorder } from './recorder.ts';

export interface AccessWatchContext {
  readonly recorder: Recorder;
  /** Whether every site's requests are shown: then there is nothing to ask. */
  hasAllAccess(): boolean;
  /** Whether requests between all of these URLs are shown. */
  mayObserve(urls: readonly string[]): Promise<boolean>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Browsers show requests of and to the sites that the user granted; where one leaves them, its events just stop. */
export class AccessWatch {
  readonly #context: AccessWatchContext;

  constructor(context: AccessWatchContext) {
    this.#context = context;
  }

  /** A request may have been redirected out of sight. */
  accepted(event: RawEvent): void {
    if (event.kind === 'redirect' && !this.#context.hasAllAccess()) {
      void this.#check(event.requestId, [event.redirectUrl]);
    }
  }

  /** The user granted or withdrew access. */
  changed(): void {
    const { recorder, hasAllAccess } = this.#context;
    if (hasAllAccess()) return;
    for (const exchange of recorder.pending()) void this.#check(exchange.id, sitesOf(exchange));
  }

  async #check(id: string, urls: readonly string[]): Promise<void> {
    const { recorder, mayObserve, now } = this.#context;
    const known = urls.flatMap((url) => parseUrl(url)?.href ?? []);
    if (!(await mayObserve(known))) recorder.close(id, now(), 'no-access');
  }
}

function sitesOf(exchange: Exchange): readonly string[] {
  const { url, redirectUrl } = lastHop(exchange);
  const { initiator } = exchange;
  return [redirectUrl ?? url, ...(initiator === OPAQUE_ORIGIN ? [] : [initiator])];
}

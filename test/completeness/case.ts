import type { EngineName } from '../browsers/browser.ts';
import type { ContextId } from './contexts.ts';
import type { KindId } from './kinds.ts';

/**
 * `page` is the page's own origin, the others are cross-origin; `secure` and `secure-api` are on https. Nothing listens at `nowhere`; no browser
 * asks the `barred` port for anything, nor knows the schemes of `ftp` and `unknown`; `data` and `named` (which has a user name)
 * are refused to redirects; `insecure` isn't on this machine, as far as browsers know.
 */
export type HostId =
  | 'page'
  | 'api'
  | 'other'
  | 'nowhere'
  | 'barred'
  | 'ftp'
  | 'unknown'
  | 'data'
  | 'named'
  | 'insecure'
  | 'secure'
  | 'secure-api';

/** What a server answers at one hop. */
export interface Answer {
  /** Default: `api`. */
  readonly at?: HostId;
  /** Default: 200; 206 to a request for a range; 304 to one that names the tag of `headers`. */
  readonly status?: number;
  /** Whom it lets read. Default: whoever asks, by name and with credentials. */
  readonly allows?: 'whoever-asks' | 'nobody';
  readonly preflight?: PreflightAnswer;
  /** In addition. */
  readonly headers?: readonly (readonly [string, string])[];
  /** How it comes. Default: all at once. `unfinished`: a body without an end; `silent`: nothing comes. */
  readonly pace?: 'in-pieces' | 'unfinished' | 'silent';
}

export interface PreflightAnswer {
  /** Default: 204. */
  readonly status?: number;
  /** Default: whoever asks, whatever is asked for. */
  readonly allows?: 'whoever-asks' | 'nobody';
  readonly headers?: readonly (readonly [string, string])[];
  readonly pace?: 'silent';
}

/** A way to make a request, and what must come of it. */
export interface Case {
  readonly id: string;
  /** As a line of the documentation. */
  readonly title: string;
  readonly kind: KindId;
  readonly from: ContextId;
  readonly init?: RequestInit;
  /** Of an element. Default: `anonymous`. */
  readonly crossOrigin?: 'no-cors';
  /** Of the URL, with its `?`. */
  readonly query?: string;
  /** One for each URL that the request is led to; all but the last are redirects. */
  readonly answers: readonly [Answer, ...Answer[]];
  /** How often the request is made, one after the other. Default: once. */
  readonly times?: number;
  /** What script is allowed. `failed`: no usable response came; `none`: nothing is to be recorded. */
  readonly outcome: 'read' | 'refused' | 'failed' | 'none';
  /** The browser sends nothing: no server may know of it. */
  readonly isSent?: false;
  /** Default: `cors`. */
  readonly mode?: 'no-cors';
  /** False where the verdict hangs on more than this table says. */
  readonly hasVerdict?: false;
  /** How many exchanges there are that no server knows of: out of the HTTP cache, or never answered. */
  readonly unlogged?: number;
  /** How many of its hops the browser shows. Default: all. */
  readonly hopsShown?: ByEngine<number>;
  /** True where the browser tells no end, so that the recorder concludes it. */
  readonly isConcluded?: ByEngine<true>;
  /** How many more there are of requests that a service worker took over, which end there. */
  readonly taken?: ByEngine<number>;
  /** Whose request the browser says that it is, if not the context's own. */
  readonly by?: ByEngine<ContextId>;
  /** Where the browser may name a frame that is gone by then, or the one that it was. */
  readonly mayNameGoneFrame?: ByEngine<true>;
  /** What a reader should know of how it is shown. */
  readonly remark?: string;
  /** Why the browser shows nothing of it, or doesn't even make the request. */
  readonly unseen?: ByEngine<string>;
  readonly lacks?: ByEngine<string>;
}

export type ByEngine<T> = Partial<Readonly<Record<EngineName, T>>>;

/** The case that a URL or path belongs to; what only helps a case has a path that begins otherwise. */
export function placeOf(url: string): { readonly id: string; readonly hop: number } | null {
  const found = /^(?:\w+:\/\/[^/]+|data:,)?\/c\/([\w-]+)\/(\d+)/.exec(url);
  return found?.[1] === undefined ? null : { id: found[1], hop: Number(found[2]) };
}

/** A method and a header that need a preflight. */
export const WITH_PREFLIGHT: RequestInit = {
  method: 'PUT',
  headers: { 'Content-Type': 'application/json', 'X-Asked': '1' },
  body: '{}',
};

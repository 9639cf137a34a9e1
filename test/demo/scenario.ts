import type { Verdict } from '../../src/fetch/evaluation.ts';
import type { EngineName } from '../browsers/browser.ts';
import type { ServerName } from './servers/index.ts';

/** One request that a page of the demo makes of a real server, what is wrong with it, and what comes of it. */
export interface Scenario {
  /** Kebab-case; named after what is wrong. */
  readonly id: string;
  /** Short, sentence case, no full stop. */
  readonly title: string;
  /** One plain sentence: what is broken on the server or in the page. Code spans stand in backticks. */
  readonly broken: string;
  readonly target: Target;
  readonly request: PageRequest;
  readonly expect: Readonly<Record<EngineName, Expectation>>;
}

/** Scenarios under one heading of the page. */
export interface ScenarioGroup {
  readonly heading: string;
  readonly scenarios: readonly Scenario[];
}

/** Where a request goes: a path on one of our servers, or a URL that no server of ours answers. */
export type Target =
  | { readonly server: ServerName; readonly path: string }
  /** A port that was free a moment ago and that nobody listens on. */
  | { readonly server: 'stopped'; readonly path: string }
  | { readonly url: string };

/** What the page does. Plain data: `site/send-request.js` carries it out. */
export type PageRequest = (FetchRequest | XhrRequest | ElementRequest) & {
  /** What the page does with the same URL just before. Whatever comes of that is no part of the scenario's outcome. */
  readonly after?: FetchRequest | ElementRequest;
};

export interface FetchRequest {
  /**
   * Who calls `fetch`: the page, a dedicated worker, a frame with `sandbox="allow-scripts"` (its origin is opaque), or
   * a frame whose policy makes it a page of the public internet (Chromium only), on https as it were, or on plain http.
   */
  readonly via: 'fetch' | 'worker' | 'sandboxed-frame' | 'public-frame' | 'insecure-public-frame';
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  readonly mode?: 'cors' | 'no-cors';
  readonly body?: string;
  /** How often the same URL is requested, one after the other. Default: once. */
  readonly times?: number;
  /** After that many milliseconds the page gives up. */
  readonly abortAfterMs?: number;
  /** A response header that the page wants to read. */
  readonly readHeader?: string;
}

export interface XhrRequest {
  readonly via: 'xhr';
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly withCredentials?: boolean;
  readonly body?: string;
  /** Listen for upload progress, which alone makes a preflight necessary. */
  readonly uploadListener?: boolean;
}

export interface ElementRequest {
  readonly via: 'image' | 'font' | 'module' | 'event-source';
  /** The `crossorigin` attribute; for an event source, `use-credentials` means `withCredentials`. */
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
}

/** What one browser makes of a scenario. Script outcome, code and key are what the real browsers did. */
export interface Expectation {
  /** `fetch` and its like resolve or reject; an element loads or fails. */
  readonly script: 'resolves' | 'rejects';
  readonly verdict: Verdict;
  /** `Network.CorsError` of Chromium; absent if the browser names none. */
  readonly chromiumCode?: string;
  /** Category of Firefox's first console message about it; absent if there is none. */
  readonly firefoxKey?: string;
  /** The id of the rule that must lead; `allowed` if there is nothing to say. */
  readonly cause: string;
  /** The browser shows an extension no event of this request, so there can be no exchange to judge. */
  readonly unseen?: true;
}

/** A scenario of a running demo, as the page and the tests get it. */
export interface RunnableScenario extends Scenario {
  readonly group: string;
  readonly server: 'node' | 'express' | 'none';
  /** Absolute, without the `run` parameter that the page adds. */
  readonly url: string;
}

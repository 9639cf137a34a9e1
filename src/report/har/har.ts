import type { CallFrame } from '../../model/exchange.ts';
import { toUtcTime } from '../utc-time.ts';
import type { HarMark } from './har-mark.ts';

/**
 * A HAR as it is written here: the fields of HAR 1.2, of Chromium's own (`_initiator`, `_resourceType`, `_error`), and one of
 * ours, `_corsLens`. Fields whose name begins with an underscore are free for whoever writes a HAR.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 * @see https://source.chromium.org/chromium/chromium/src/+/main:third_party/devtools-frontend/src/front_end/models/har/Log.ts
 */
export interface HarEntry {
  readonly pageref?: string;
  readonly startedDateTime: string;
  /** All of `timings` that is known, in milliseconds. */
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: HarTimings;
  readonly _initiator: HarInitiator;
  readonly _resourceType: string;
  readonly _fromCache?: 'disk';
  /** What `_initiator.requestId` of its preflight names: Chromium's own name for the request, once it has imported the file. */
  readonly _requestId: string;
  readonly _corsLens: HarMark;
}

export interface HarRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly cookies: readonly never[];
  readonly headers: readonly HarPair[];
  readonly queryString: readonly HarPair[];
  readonly headersSize: -1;
  readonly bodySize: -1;
}

export interface HarResponse {
  /** 0 if there was none. */
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly cookies: readonly never[];
  readonly headers: readonly HarPair[];
  readonly content: { readonly size: 0; readonly mimeType: string };
  readonly redirectURL: string;
  readonly headersSize: -1;
  readonly bodySize: -1;
  /** The browser's own error text; null for none. */
  readonly _error: string | null;
}

export interface HarPair {
  readonly name: string;
  readonly value: string;
}

/** In milliseconds; -1 for what isn't known. `send`, `wait` and `receive` may not be negative. */
export interface HarTimings {
  readonly blocked: -1;
  readonly dns: -1;
  readonly connect: -1;
  readonly ssl: -1;
  readonly send: 0;
  readonly wait: number;
  readonly receive: number;
}

export type HarInitiator =
  | { readonly type: 'preflight'; readonly url: string; readonly requestId: string }
  | { readonly type: 'script'; readonly stack: HarStack }
  | { readonly type: 'other' };

/** Line and column count from 0. */
export interface HarStack {
  readonly description?: string;
  readonly callFrames: readonly {
    readonly functionName: string;
    readonly scriptId: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  }[];
  readonly parent?: HarStack;
}

export interface HarPage {
  readonly startedDateTime: string;
  readonly id: string;
  /** The page's URL, as Chromium has it. */
  readonly title: string;
  readonly pageTimings: { readonly onContentLoad: -1; readonly onLoad: -1 };
}

/** The time as a HAR has it; the epoch for one that has no such form, because a file with a time that is none doesn't open. */
export function toHarTime(at: number): string {
  return toUtcTime(at) || '1970-01-01T00:00:00.000Z';
}

/** The stack in Chromium's words: where something is between two calls, the rest is the `parent`. */
export function stackOf(frames: readonly CallFrame[]): HarStack {
  const from = frames.findIndex(({ before }, index) => index > 0 && before !== undefined);
  const own = from < 0 ? frames : frames.slice(0, from);
  const [first] = own;
  return {
    ...(first?.before === undefined ? {} : { description: first.before }),
    callFrames: own.map(({ functionName, url, line, column }) => ({
      functionName,
      scriptId: '0',
      url,
      lineNumber: line - 1,
      columnNumber: column - 1,
    })),
    ...(from < 0 ? {} : { parent: stackOf(frames.slice(from)) }),
  };
}

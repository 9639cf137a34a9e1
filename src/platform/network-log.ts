import {
  array,
  finite,
  type GenericSchema,
  type InferOutput,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullish,
  number,
  object,
  optional,
  pipe,
  safeParse,
  string,
  transform,
  unknown,
} from 'valibot';
import { boundHeaders } from '../model/bound-headers.ts';
import { cutText } from '../model/cut-text.ts';
import type { CallFrame, Engine } from '../model/exchange.ts';
import { getHeader, type Header, type HeaderList } from '../model/header-list.ts';
import { MAX_ASYNC_STEPS, MAX_CALL_FRAMES, MAX_WORD_LENGTH } from '../model/limits.ts';
import { maskError, maskHeaders, maskText, maskUrl } from '../model/mask-secrets.ts';
import { withoutFragment } from '../model/url.ts';

/** What DevTools' network log tells of one request, as far as webRequest doesn't. Times in milliseconds since the epoch. */
export interface NetworkEntry {
  /** As an exchange has it: secrets masked, without fragment. */
  readonly url: string;
  /** Of the request itself; of a preflight, the one that it asks for. */
  readonly method: string;
  readonly isPreflight: boolean;
  readonly startedAt: number;
  /** Firefox counts only what went over the network, so that it is often too early there. Infinity where it is to come (Chromium). */
  readonly endedAt: number;
  /** Chromium's error text; null for none. */
  readonly error: string | null;
  /** What would have been sent, of a request that never was (Chromium); null for others. */
  readonly unsent: HeaderList | null;
  /** Firefox: the answer's header lines; null if there was no answer. */
  readonly response: ResponseLines | null;
  /** The innermost first; empty if no script started it, and in Firefox. */
  readonly stack: readonly CallFrame[];
}

/** The header lines of a response, secrets masked in both. */
export interface ResponseLines {
  readonly status: number;
  readonly apart: HeaderList;
  /** As Firefox' webRequest hands them over. */
  readonly joined: HeaderList;
}

const Milliseconds = pipe(number(), finite());
const Position = pipe(number(), integer(), minValue(0), maxValue(2 ** 31));
const StartedDateTime = pipe(
  string(),
  maxLength(40),
  transform((text) => Date.parse(text)),
  finite(),
);
const Headers = array(object({ name: string(), value: string() }));

interface Stack {
  readonly callFrames: readonly {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  }[];
  readonly description?: string | undefined;
  readonly parent?: unknown;
}

const StackSchema: GenericSchema<unknown, Stack> = object({
  callFrames: array(
    object({ functionName: string(), url: string(), lineNumber: Position, columnNumber: Position }),
  ),
  description: optional(string()),
  parent: optional(unknown()),
});

/** The fields of a HAR entry that are read; the rest, such as bodies, is left where it is. */
const Entry = object({
  startedDateTime: StartedDateTime,
  time: Milliseconds,
  request: object({ url: string(), method: string(), headers: Headers }),
  response: object({
    status: pipe(number(), integer(), minValue(0), maxValue(999)),
    headers: Headers,
    _error: nullish(string()),
    _fetchedViaServiceWorker: optional(unknown()),
  }),
  timings: nullish(object({ receive: nullish(number()) })),
  _initiator: nullish(object({ stack: optional(unknown()) })),
});

/** What tells whether an entry is worth reading. */
const Glance = object({ startedDateTime: StartedDateTime, request: object({ url: string() }) });

/**
 * Which request an entry of `devtools.network`'s HAR is about, and when that began: milliseconds since the epoch, and its
 * URL as `parseNetworkEntry` gives it. Null if it isn't an entry.
 */
export function glanceAtNetworkEntry(raw: unknown): Pick<NetworkEntry, 'url' | 'startedAt'> | null {
  const { success, output } = safeParse(Glance, raw);
  if (!success) return null;
  return { url: maskUrl(withoutFragment(output.request.url)), startedAt: output.startedDateTime };
}

/**
 * Reads one entry of `devtools.network`'s HAR. Null if it isn't one, has got no answer yet, or is none of a page's own
 * requests over HTTP. Secrets are masked here, before anything is kept.
 */
export function parseNetworkEntry(raw: unknown, engine: Engine): NetworkEntry | null {
  const { success, output } = safeParse(Entry, raw);
  if (!success) return null;
  const { request, response, time } = output;
  // A service worker answered, and asked for itself what webRequest shows.
  if (!/^https?:/i.test(request.url) || response._fetchedViaServiceWorker === true) return null;
  const error = response._error ?? null;
  if (engine === 'chromium' && response.status === 0 && error === null) return null;
  const requestHeaders = listOf(request.headers);
  const asked = request.method === 'OPTIONS' ? getHeader(requestHeaders, METHOD_ASKED_FOR) : null;
  const startedAt = output.startedDateTime;
  const neverSent = engine === 'chromium' && asked === null && response.status === 0;
  return {
    url: maskUrl(withoutFragment(request.url)),
    method: cutText(asked ?? request.method, MAX_WORD_LENGTH),
    isPreflight: asked !== null,
    startedAt,
    endedAt:
      engine === 'chromium' && isToCome(output) ? Number.POSITIVE_INFINITY : startedAt + Math.max(time, 0),
    error: error === null ? null : maskError(cutText(error, MAX_WORD_LENGTH)),
    unsent: neverSent ? masked(requestHeaders) : null,
    response: engine === 'firefox' ? linesOf(response) : null,
    stack: framesOf(output._initiator?.stack),
  };
}

/** Chromium: receiving has taken no time as long as nothing of the body has come. Measured in 156, also of empty bodies. */
function isToCome({ response, timings }: InferOutput<typeof Entry>): boolean {
  return (response._error ?? null) === null && timings?.receive === 0;
}

/** No page can set it, so an OPTIONS request that has it is a preflight. */
const METHOD_ASKED_FOR = 'Access-Control-Request-Method';

function listOf(headers: InferOutput<typeof Headers>): HeaderList {
  return headers.map(({ name, value }): Header => [name, value]);
}

function linesOf({ status, headers }: InferOutput<typeof Entry>['response']): ResponseLines | null {
  if (status === 0) return null;
  const lines = listOf(headers);
  const apart = masked(lines);
  const joinedLines = joinLines(lines);
  const joined = joinedLines.length === lines.length ? apart : masked(joinedLines);
  return apart === null || joined === null ? null : { status, apart, joined };
}

/** Null if it is too much to be kept: a part of a message is none that could be joined. */
function masked(lines: HeaderList): HeaderList | null {
  const { headers, leftOut } = boundHeaders(maskHeaders(lines));
  return leftOut === undefined ? headers : null;
}

/** Where lines of one name are not joined with a comma and a space. Measured in Firefox 153, with 34 names. */
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['content-type', ','],
  ['set-cookie', '\n'],
  ['www-authenticate', '\n'],
  ['proxy-authenticate', '\n'],
]);

/** The lines as Firefox' webRequest hands them over: one for each name, where its first line is; empty ones left out. */
function joinLines(lines: HeaderList): HeaderList {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [name, value] of lines) {
    const known = byName.get(name.toLowerCase());
    if (known === undefined) byName.set(name.toLowerCase(), { name, values: [value] });
    else known.values.push(value);
  }
  return [...byName].map(([key, { name, values }]): Header => {
    const counted = values.filter((value) => value !== '');
    return [name, counted.join(SEPARATORS.get(key) ?? ', ')];
  });
}

function framesOf(stack: unknown): readonly CallFrame[] {
  const frames: CallFrame[] = [];
  let next = stack;
  let before: string | undefined;
  for (let step = 0; step < MAX_ASYNC_STEPS && frames.length < MAX_CALL_FRAMES; step += 1) {
    const { success, output } = safeParse(StackSchema, next);
    if (!success) break;
    if (step > 0) before = words(output.description ?? '') || 'async';
    for (const { functionName, url, lineNumber, columnNumber } of output.callFrames) {
      if (frames.length === MAX_CALL_FRAMES) break;
      frames.push({
        functionName: words(functionName),
        url: maskUrl(withoutFragment(url)),
        line: lineNumber + 1,
        column: columnNumber + 1,
        ...(before === undefined ? {} : { before }),
      });
      before = undefined;
    }
    next = output.parent;
  }
  return frames;
}

function words(text: string): string {
  return maskText(cutText(text, MAX_WORD_LENGTH));
}

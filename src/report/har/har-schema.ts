import * as v from 'valibot';
import { fromHarTime } from './har-time.ts';

/**
 * The fields of a foreign HAR that are read. What decides is refused if it is of another type: header lines that can't be
 * read must not look like none. What doesn't decide is left out then.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */

const headers = v.array(v.object({ name: v.string(), value: v.string() }));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(-1), v.maxValue(1e12));
const word = v.fallback(v.optional(v.string()), undefined);

const startedDateTime = v.pipe(
  v.string(),
  v.transform(fromHarTime),
  // Null is refused, too.
  v.number(),
);

const request = v.object({
  method: v.pipe(v.string(), v.minLength(1)),
  url: v.string(),
  headers: v.nullish(headers, []),
});

const response = v.object({
  // Playwright writes -1 where there was none.
  status: v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(999)),
  statusText: word,
  headers: v.nullish(headers, []),
  redirectURL: word,
  // Chromium's and WebKit's, and Playwright's.
  _error: word,
  _failureText: word,
  _fetchedViaServiceWorker: v.optional(v.unknown()),
});

export const harEntrySchema = v.object({
  pageref: word,
  startedDateTime,
  time: v.fallback(v.optional(milliseconds), undefined),
  request,
  response: v.nullish(response),
  timings: v.fallback(v.optional(v.object({ receive: v.optional(milliseconds) })), undefined),
  _resourceType: word,
  _fromCache: word,
  _fetchType: word,
  _webSocketMessages: v.optional(v.unknown()),
  _corsLens: v.optional(v.unknown()),
});

export type RawHarEntry = v.InferOutput<typeof harEntrySchema>;

const product = v.fallback(v.optional(v.object({ name: word, version: word })), undefined);

/** All of a log but its entries, none of which has to be right for the others to be read. */
export const harLogSchema = v.object({
  version: v.fallback(v.optional(v.union([v.string(), v.number()])), undefined),
  creator: product,
  browser: product,
  pages: v.fallback(v.optional(v.array(v.unknown())), undefined),
  entries: v.array(v.unknown()),
});

export type RawHarLog = v.InferOutput<typeof harLogSchema>;

export const harPageSchema = v.object({ id: v.string(), title: word });

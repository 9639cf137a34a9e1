import * as v from 'valibot';
import type { Exchange } from '../../model/exchange.ts';
import { MAX_CALL_FRAMES, MAX_HEADER_LINES, MAX_HOPS, MAX_TEXT_LENGTH } from './report-limits.ts';

/** JSON Schema counts Unicode characters, strings count UTF-16 units: the two must agree on what is too long. */
function isWithinTextLimit(text: string): boolean {
  return (
    text.length <= MAX_TEXT_LENGTH || [...text.slice(0, 2 * MAX_TEXT_LENGTH + 1)].length <= MAX_TEXT_LENGTH
  );
}

export const text = v.pipe(
  v.string(),
  v.check(isWithinTextLimit, `Longer than ${MAX_TEXT_LENGTH} characters`),
);
export const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_HOPS - 1));
/** Some servers answer with statuses such as 999; 0 is a redirect that the browser made itself. */
export const status = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));
export const engine = v.picklist(['chromium', 'firefox', 'webkit']);
export const observedIn = v.strictObject({ engine, version: text });

const time = v.pipe(v.number(), v.finite());
const tabOrFrame = v.pipe(v.number(), v.integer());
export const headers = v.pipe(v.array(v.strictTuple([text, text])), v.maxLength(MAX_HEADER_LINES));
const leftOut = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const request = v.strictObject({ headers, leftOut });

const response = v.strictObject({
  status,
  statusText: v.exactOptional(text),
  headers,
  leftOut,
  lines: v.picklist(['apart', 'joined']),
  fromCache: v.exactOptional(v.boolean()),
  receivedAt: time,
});

const preflight = v.strictObject({
  request,
  response: v.exactOptional(response),
  error: v.exactOptional(text),
  errorFrom: v.exactOptional(v.literal('network-log')),
  startedAt: time,
  endedAt: v.exactOptional(time),
  pairing: v.strictObject({
    confidence: v.picklist(['certain', 'likely']),
    candidates: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
});

const hop = v.strictObject({
  url: text,
  method: text,
  startedAt: time,
  request: v.exactOptional(request),
  unsentRequest: v.exactOptional(request),
  response: v.exactOptional(response),
  preflight: v.exactOptional(preflight),
  redirectUrl: v.exactOptional(text),
});

const position = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 + 1));
const callFrame = v.strictObject({
  functionName: text,
  url: text,
  line: position,
  column: position,
  before: v.exactOptional(text),
});

const evidence = v.picklist([
  'sec-fetch-mode',
  'origin-header',
  'preflight-seen',
  'request-type',
  'cookie-sent',
  'sec-fetch-storage-access',
  'stated-in-report',
]);

const unobserved = v.strictObject({
  value: v.literal('unknown'),
  reason: v.picklist(['request-headers-not-shown', 'browser-does-not-tell', 'not-in-report']),
});

export const credentialsMode = v.picklist(['omit', 'same-origin', 'include']);

const outcome = v.variant('state', [
  v.strictObject({ state: v.literal('pending') }),
  v.strictObject({ state: v.literal('completed'), at: time, fromCache: v.exactOptional(v.boolean()) }),
  v.strictObject({ state: v.literal('error'), at: time, error: text }),
  v.strictObject({
    state: v.literal('closed'),
    at: time,
    reason: v.picklist([
      'navigation',
      'tab-closed',
      'timeout',
      'still-receiving',
      'service-worker',
      'no-access',
      'recorder-stopped',
    ]),
  }),
]);

/** An exchange as it is in a report. It accepts exactly what `#/$defs/exchange` of `report.schema.json` accepts. */
export const exchangeSchema: v.GenericSchema<unknown, Exchange> = v.strictObject({
  id: text,
  tabId: tabOrFrame,
  frameId: tabOrFrame,
  documentId: v.exactOptional(text),
  initiator: text,
  page: v.exactOptional(text),
  type: v.picklist(['xmlhttprequest', 'script', 'stylesheet', 'image', 'font', 'media', 'beacon', 'other']),
  mode: v.union([
    v.strictObject({ value: v.picklist(['cors', 'no-cors', 'same-origin', 'navigate']), evidence }),
    unobserved,
  ]),
  credentials: v.union([v.strictObject({ value: credentialsMode, evidence }), unobserved]),
  hops: v.pipe(v.tupleWithRest([hop], hop), v.maxLength(MAX_HOPS)),
  outcome,
  startedAt: time,
  observedIn,
  readableByScript: v.exactOptional(v.boolean()),
  startedBy: v.exactOptional(v.pipe(v.array(callFrame), v.maxLength(MAX_CALL_FRAMES))),
});

import type { WebRequestDetails, WebRequestEvent, WebRequestHeader } from '../../src/platform/web-request.ts';

/** One event of webRequest, as a browser handed it over. */
export type StreamEvent = readonly [kind: WebRequestEvent, details: WebRequestDetails];

/**
 * A stream as it is kept: one event a line, each with only what it tells beyond the event before it of the same request.
 * A header is one text, `Name: value`. So a stream can be read, and a change of it shows in one line. The time is the
 * line's number, because a real one would differ in each recording.
 */
export function writeStream(events: readonly StreamEvent[]): string {
  const told = new Map<string, Facts>();
  const lines = events.map(
    ([kind, { requestId, timeStamp: _, requestHeaders, responseHeaders, ...facts }]) => {
      const before = told.get(requestId) ?? {};
      const news = Object.entries(facts).filter(([name, value]) => before[name] !== value);
      told.set(requestId, { ...before, ...lasting(facts) });
      return JSON.stringify({
        event: kind,
        requestId,
        ...Object.fromEntries(news),
        ...(requestHeaders === undefined ? {} : { requestHeaders: requestHeaders.map(toText) }),
        ...(responseHeaders === undefined ? {} : { responseHeaders: responseHeaders.map(toText) }),
      });
    },
  );
  return `${lines.join('\n')}\n`;
}

/** The events of a kept stream, in order. Throws where a line isn't JSON. */
export function readStream(text: string): readonly StreamEvent[] {
  const told = new Map<string, Facts>();
  return text
    .trim()
    .split('\n')
    .map((line, index): StreamEvent => {
      // Written by `writeStream`, and by nobody else.
      const { event, requestHeaders, responseHeaders, ...news } = JSON.parse(line) as Line;
      const facts = { ...told.get(news.requestId), ...news, timeStamp: index + 1 };
      told.set(news.requestId, lasting(facts));
      return [
        event,
        {
          ...(facts as unknown as WebRequestDetails),
          ...(requestHeaders === undefined ? {} : { requestHeaders: requestHeaders.map(fromText) }),
          ...(responseHeaders === undefined ? {} : { responseHeaders: responseHeaders.map(fromText) }),
        },
      ];
    });
}

interface Line extends Facts {
  readonly event: WebRequestEvent;
  readonly requestId: string;
  readonly requestHeaders?: readonly string[];
  readonly responseHeaders?: readonly string[];
}

interface Facts {
  readonly [name: string]: unknown;
}

/** What an event of one moment says of no other. */
const OF_ONE_EVENT = new Set(['timeStamp', 'redirectUrl', 'error', 'statusCode', 'statusLine', 'fromCache']);

function lasting(facts: object): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !OF_ONE_EVENT.has(name)));
}

function toText({ name, value = '' }: WebRequestHeader): string {
  return `${name}: ${value}`;
}

function fromText(line: string): WebRequestHeader {
  const colon = line.indexOf(': ');
  return { name: line.slice(0, colon), value: line.slice(colon + 2) };
}

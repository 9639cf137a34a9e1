import { readableValue } from '../../model/decode-utf8.ts';
import type { Exchange, Hop, HttpRequest, HttpResponse } from '../../model/exchange.ts';
import type { HeaderList } from '../../model/header-list.ts';
import { type MaskedPart, splitAtMasks } from '../../report/masked-text.ts';
import { strings } from '../strings.ts';
import { cut } from './text.ts';

/** One HTTP message with its header lines, in their order. */
export interface MessageVM {
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly note: string;
  readonly lines: readonly HeaderLineVM[];
  /** All lines, for the clipboard. */
  readonly copyText: string;
}

export interface HeaderLineVM {
  readonly key: string;
  readonly name: string;
  readonly value: readonly MaskedPart[];
  /** Characters of the whole value. */
  readonly length: number;
  /** How many lines have that name; 1 for most. */
  readonly duplicates: number;
  /** One of the CORS protocol's, which is what people look for here. */
  readonly isCors: boolean;
  readonly copyValue: string;
  readonly copyLine: string;
}

const CORS_HEADER = /^(access-control-|origin$|vary$|timing-allow-origin$)/i;

/** All messages of an exchange in the order in which they went over the wire. */
export function toMessages(exchange: Exchange): readonly MessageVM[] {
  return exchange.hops.flatMap((hop, index) =>
    messagesOfHop({ ...hop, url: cut(hop.url, MOST_CHARACTERS) }, index),
  );
}

/** Of a URL. */
const MOST_CHARACTERS = 240;

function messagesOfHop(hop: Hop, index: number): readonly MessageVM[] {
  const { preflight } = hop;
  const messages: (MessageVM | null)[] = [
    preflight
      ? requestMessage(`${index} preflight`, strings.headers.preflightRequest, hop.url, preflight.request)
      : null,
    preflight?.response
      ? responseMessage(
          `${index} preflight response`,
          strings.headers.preflightResponse({ status: String(preflight.response.status) }),
          hop.url,
          preflight.response,
        )
      : null,
    hop.request === undefined && hop.unsentRequest !== undefined
      ? unsentMessage(`${index} request`, hop, hop.unsentRequest)
      : requestMessage(
          `${index} request`,
          strings.headers.request({ method: hop.method }),
          hop.url,
          hop.request,
        ),
    hop.response
      ? responseMessage(
          `${index} response`,
          strings.headers.response({ status: String(hop.response.status) }),
          hop.url,
          hop.response,
        )
      : null,
  ];
  return messages.filter((message) => message !== null);
}

function requestMessage(
  key: string,
  title: string,
  url: string,
  request: HttpRequest | undefined,
): MessageVM {
  if (request === undefined)
    return { key, title, url, note: strings.headers.notShown, lines: [], copyText: '' };
  return { key, title, url, note: noteFor(request), ...toLines(request.headers) };
}

function unsentMessage(key: string, { method, url }: Hop, { headers }: HttpRequest): MessageVM {
  const title = strings.headers.unsentRequest({ method });
  return { key, title, url, note: strings.headers.unsent, ...toLines(headers) };
}

function responseMessage(key: string, title: string, url: string, response: HttpResponse): MessageVM {
  const joined =
    response.lines === 'joined' &&
    response.headers.some(([name, value]) => CORS_HEADER.test(name) && value.includes(','));
  const note = joined && response.leftOut === undefined ? strings.headers.joined : noteFor(response);
  return { key, title, url, note, ...toLines(response.headers) };
}

function noteFor({ headers, leftOut = 0 }: HttpRequest): string {
  if (leftOut > 0) return strings.headers.leftOut({ count: leftOut });
  return headers.length === 0 ? strings.headers.none : '';
}

function toLines(headers: HeaderList): Pick<MessageVM, 'lines' | 'copyText'> {
  const counts = new Map<string, number>();
  for (const [name] of headers) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const lines = headers.map(([name, bytes], index): HeaderLineVM => {
    const value = readableValue(bytes);
    return {
      // Two lines may be equal, and they never change their places.
      key: String(index),
      name,
      value: splitAtMasks(value),
      length: value.length,
      duplicates: counts.get(name.toLowerCase()) ?? 1,
      isCors: CORS_HEADER.test(name),
      copyValue: value,
      copyLine: `${name}: ${value}`,
    };
  });
  return { lines, copyText: lines.map(({ copyLine }) => copyLine).join('\n') };
}

import { splitAtMasks } from '../masked-text.ts';
import { makeVisible } from '../visible-text.ts';
import { type Placeholder, type Placeholders, placeholderFor } from './placeholders.ts';

/** A request to be sent again by hand, or by a test. */
export interface RequestToRepeat {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderToRepeat[];
  /** Whether it had a body. Bodies are never recorded. */
  readonly hasBody: boolean;
}

/** A header line; `null` for a value that wasn't recorded. */
export type HeaderToRepeat = readonly [name: string, value: string | null];

/** A text of which some isn't known: put together, its parts are the text. Empty for the empty text. */
export type Parts = readonly (string | Placeholder)[];

/** A request in which everything can be written as it is, and what isn't known has a name. */
export interface RequestInParts {
  /** A token. @see https://www.rfc-editor.org/rfc/rfc9110.html#name-tokens */
  readonly method: string;
  /** Printable ASCII without spaces: an absolute URL of http or https. */
  readonly url: Parts;
  /** Names are tokens. */
  readonly headers: readonly (readonly [name: string, value: Parts])[];
  /** Null if the request had none. */
  readonly body: Parts | null;
  /** `known` and those that this request needs besides. */
  readonly placeholders: Placeholders;
  /** Names of headers that can't be sent as they were. */
  readonly leftOut: readonly string[];
}

/** Longer values would bury the rest. */
const VALUE_LIMIT = 500;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * Takes a request apart for whatever sends it again; `null` if nothing can, because the URL isn't one of http or https or
 * the method isn't a token. Masked, overlong and unrecorded values become placeholders.
 *
 * @param canSend whether the sender can send a header's value as it is
 */
export function inParts(
  request: RequestToRepeat,
  known: Placeholders,
  canSend: (header: readonly [name: string, value: string]) => boolean = ([, value]) => isSendable(value),
): RequestInParts | null {
  if (!/^https?:\/\/[^/?#]/i.test(request.url) || !TOKEN.test(request.method)) return null;
  const placeholders = new Map(known.map((each) => [each.variable, each]));
  const leftOut: string[] = [];
  const standIn: StandIn = (wanted) => {
    const placeholder = placeholderFor([...placeholders.values()], wanted);
    placeholders.set(placeholder.variable, placeholder);
    return placeholder;
  };

  const url = urlParts(request.url, standIn);
  const headers = request.headers.flatMap(([name, value]): RequestInParts['headers'] => {
    if (TOKEN.test(name) && canSend([name, value ?? ''])) return [[name, valueParts(name, value, standIn)]];
    leftOut.push(name);
    return [];
  });
  const body = request.hasBody
    ? [standIn({ stands: 'body', name: 'body', why: 'not-recorded', marker: '' })]
    : null;
  return { method: request.method, url, headers, body, placeholders: [...placeholders.values()], leftOut };
}

/** Whether the value can be on a line of text without hiding anything, and in a header without ending it. */
export function isSendable(value: string): boolean {
  return makeVisible(value) === value;
}

type StandIn = (wanted: Omit<Placeholder, 'variable'>) => Placeholder;

function valueParts(name: string, value: string | null, standIn: StandIn): Parts {
  const whole = (why: Placeholder['why'], marker: string) => [
    standIn({ stands: 'header', name, why, marker }),
  ];
  if (value === null) return whole('not-recorded', '');
  if (value.length > VALUE_LIMIT) return whole('too-long', '');
  const parts = splitAtMasks(value);
  // Cookies are masked one by one; nobody wants to fill them in one by one.
  if (parts.filter(({ kind }) => kind === 'mask').length > 1) return whole('masked', value);
  return parts.flatMap((part): (string | Placeholder)[] => {
    if (part.kind === 'text') return [part.text];
    const secret = standIn({ stands: 'header-part', name, why: 'masked', marker: part.text });
    return part.scheme === null ? [secret] : [`${part.scheme} `, secret];
  });
}

function urlParts(url: string, standIn: StandIn): Parts {
  if (encodeForUrl(url).length > VALUE_LIMIT)
    return [standIn({ stands: 'url', name: 'URL', why: 'too-long', marker: '' })];
  let before = '';
  return splitAtMasks(url).map((part) => {
    if (part.kind === 'text') {
      before = part.text;
      return encodeForUrl(part.text);
    }
    const name = /[?&;]([^=&;?]*)=[^=&;?]*$/.exec(before)?.[1] ?? 'part of the URL';
    return standIn({ stands: 'parameter', name: makeVisible(name), why: 'masked', marker: part.text });
  });
}

/** What a browser would have sent for characters that can't be in a URL, so that the reader sees all that is sent. */
function encodeForUrl(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD').replace(/[^!-~]/gu, (character) => encodeURIComponent(character));
}

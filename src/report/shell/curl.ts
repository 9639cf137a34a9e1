import { splitAtMasks } from '../masked-text.ts';
import { makeVisible } from '../visible-text.ts';
import { type Placeholder, type Placeholders, placeholderFor, wordOf } from './placeholders.ts';
import { quotePosix } from './posix-quoting.ts';

/** A request to be sent again by hand. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly CurlHeader[];
  /** Whether it had a body. Bodies are never recorded. */
  readonly hasBody: boolean;
}

/** A header line; `null` for a value that wasn't recorded. */
export type CurlHeader = readonly [name: string, value: string | null];

export interface CurlCommand {
  /** One command over several lines, for any POSIX shell. */
  readonly command: string;
  /** `known` and those that this command needs besides. */
  readonly placeholders: Placeholders;
  /** Names of headers that curl can't send as they were. */
  readonly leftOut: readonly string[];
}

/** Longer values would bury the command. */
const VALUE_LIMIT = 500;
/** @see https://www.rfc-editor.org/rfc/rfc9110.html#name-tokens */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * The curl command that sends a request as the browser did; `null` if it can't be sent with curl, because the URL isn't
 * one of http or https or the method isn't a token. Masked, overlong and unrecorded values become placeholders.
 *
 * Nothing in the request can become a curl option, a file name (`--header @file`), a URL pattern or shell.
 */
export function toCurl(request: CurlRequest, known: Placeholders = []): CurlCommand | null {
  if (!/^https?:\/\/[^/?#]/i.test(request.url) || !TOKEN.test(request.method)) return null;
  const placeholders = new Map(known.map((each) => [each.variable, each]));
  const leftOut: string[] = [];
  const standIn = (wanted: Omit<Placeholder, 'variable'>): Placeholder => {
    const placeholder = placeholderFor([...placeholders.values()], wanted);
    placeholders.set(placeholder.variable, placeholder);
    return placeholder;
  };

  const lines = [
    `curl --include --globoff ${methodOption(request.method)} ${wordOf(urlParts(request.url, standIn))}`,
  ];
  for (const [name, value] of request.headers) {
    if (!TOKEN.test(name) || (value !== null && !isSendable(value))) {
      leftOut.push(name);
      continue;
    }
    lines.push(`--header ${wordOf(headerParts(name, value, standIn))}`);
  }
  if (request.hasBody) {
    const body = standIn({ stands: 'body', name: 'body', why: 'not-recorded', marker: '' });
    lines.push(`--data-raw ${wordOf([body])}`);
  }
  return { command: lines.join(' \\\n  '), placeholders: [...placeholders.values()], leftOut };
}

type StandIn = (wanted: Omit<Placeholder, 'variable'>) => Placeholder;

/** A HEAD that is only named so would wait for a body. */
function methodOption(method: string): string {
  return method === 'HEAD' ? '--head' : `--request ${quotePosix(method)}`;
}

function headerParts(
  name: string,
  value: string | null,
  standIn: StandIn,
): readonly (string | Placeholder)[] {
  const whole = (why: Placeholder['why'], marker: string) => [
    `${name}: `,
    standIn({ stands: 'header', name, why, marker }),
  ];
  if (value === null) return whole('not-recorded', '');
  // With a colon and nothing behind it, curl would leave the header out.
  if (value === '') return [`${name};`];
  if (value.length > VALUE_LIMIT) return whole('too-long', '');
  const parts = splitAtMasks(value);
  // Cookies are masked one by one; nobody wants to fill them in one by one.
  if (parts.filter(({ kind }) => kind === 'mask').length > 1) return whole('masked', value);
  return [
    `${name}: `,
    ...parts.flatMap((part): (string | Placeholder)[] => {
      if (part.kind === 'text') return [part.text];
      const secret = standIn({ stands: 'header-part', name, why: 'masked', marker: part.text });
      return part.scheme === null ? [secret] : [`${part.scheme} `, secret];
    }),
  ];
}

function urlParts(url: string, standIn: StandIn): readonly (string | Placeholder)[] {
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

/** Whether the value can be in a command line without hiding anything, and in a header without ending it. */
export function isSendable(value: string): boolean {
  return makeVisible(value) === value;
}

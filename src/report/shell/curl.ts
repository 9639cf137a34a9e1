import { type Placeholders, wordOf } from './placeholders.ts';
import { quotePosix } from './posix-quoting.ts';
import { inParts, type RequestInParts, type RequestToRepeat } from './request-to-repeat.ts';

export interface CurlCommand {
  /** One command over several lines, for any POSIX shell. */
  readonly command: string;
  /** `known` and those that this command needs besides. */
  readonly placeholders: Placeholders;
  /** Names of headers that curl can't send as they were. */
  readonly leftOut: readonly string[];
}

/**
 * The curl command that sends a request as the browser did; `null` if it can't be sent with curl, because the URL isn't
 * one of http or https or the method isn't a token. Masked, overlong and unrecorded values become placeholders.
 *
 * Nothing in the request can become a curl option, a file name (`--header @file`), a URL pattern or shell.
 */
export function toCurl(request: RequestToRepeat, known: Placeholders = []): CurlCommand | null {
  const parts = inParts(request, known);
  if (parts === null) return null;
  const { method, url, headers, body, placeholders, leftOut } = parts;
  const lines = [
    `curl --include --globoff ${methodOption(method)} ${wordOf(url)}`,
    ...headers.map((header) => `--header ${headerWord(header)}`),
    ...(body === null ? [] : [`--data-raw ${wordOf(body)}`]),
  ];
  return { command: lines.join(' \\\n  '), placeholders, leftOut };
}

/** A HEAD that is only named so would wait for a body. */
function methodOption(method: string): string {
  return method === 'HEAD' ? '--head' : `--request ${quotePosix(method)}`;
}

/** With a colon and nothing behind it, curl would leave the header out. */
function headerWord([name, value]: RequestInParts['headers'][number]): string {
  return wordOf(value.length === 0 ? [`${name};`] : [`${name}: `, ...value]);
}

import type { Exchange } from '../../model/exchange.ts';
import { toCurl } from './curl.ts';
import { assignment } from './placeholders.ts';
import { quotePosix } from './posix-quoting.ts';
import { isSendable } from './request-to-repeat.ts';

/** What the reader is shown of each answer. */
const SHOWN = `--silent | grep -iE '^(HTTP/|access-control-allow-|vary:)'`;

/**
 * A script for any POSIX shell that asks the server of an exchange again in the name of other origins, and shows which
 * of them it allows. It changes nothing there: what isn't a GET is asked for by its preflight only.
 *
 * @param origins values of `Origin`; those that no header can hold are left out
 * @returns `null` if nothing of it can be sent with curl
 */
export function probeScript(exchange: Exchange, origins: readonly string[]): string | null {
  const { method, url } = exchange.hops.at(-1) ?? exchange.hops[0];
  const isRead = method === 'GET' || method === 'HEAD';
  const asked = isRead ? [] : [['Access-Control-Request-Method', method] as const];
  // A header whose value isn't known becomes a variable, which the loop sets.
  const headers = [['Origin', null] as const, ...asked];
  const probe = toCurl({ method: isRead ? 'GET' : 'OPTIONS', url, headers, hasBody: false });
  const origin = probe?.placeholders.find(({ stands }) => stands === 'header');
  const words = origins.filter((each) => each !== '' && isSendable(each)).map(quotePosix);
  if (probe === null || origin === undefined || words.length === 0) return null;
  return [
    ...probe.placeholders.filter((each) => each !== origin).map(assignment),
    `for ${origin.variable} in \\`,
    ...words.map((word, index) => `  ${word}${index < words.length - 1 ? ' \\' : ''}`),
    'do',
    `  printf '\\nOrigin: %s\\n' "$${origin.variable}"`,
    `  ${probe.command.replaceAll('\n', '\n  ')} \\`,
    `    ${SHOWN}`,
    'done',
  ].join('\n');
}

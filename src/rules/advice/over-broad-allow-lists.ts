import { extractHeaderListValues } from '../../fetch/extract-header-list-values.ts';
import { isForbiddenRequestHeaderName } from '../../fetch/forbidden-request-header.ts';
import { linesOf } from '../../fetch/header-lines.ts';
import type { Action } from '../../model/fix.ts';
import type { Link } from '../diagnosis.ts';
import { displayUrl } from '../display-url.ts';
import { mdnHeader } from '../links.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import type { AdviceFound, AdviceRule, EvaluatedExchange } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';

const FORBIDDEN_REQUEST_HEADER: Link = {
  label: 'MDN: Forbidden request header',
  url: 'https://developer.mozilla.org/docs/Glossary/Forbidden_request_header',
};

/** Lists that were copied rather than written. */
export const overBroadAllowLists: AdviceRule = {
  id: 'over-broad-allow-lists',
  topic: 'hygiene',
  words: {
    title: 'Allows what no page can send',
    'title-methods': 'Allows more methods than are used',
    headline:
      '`{host}` lists `{items}` as allowed in preflights, which no script of a page can send, or needs to.',
    'headline-methods': '`{host}` allows `{methods}` for `{url}`, where only reading was seen.',
    explanation:
      'Browsers keep methods such as `TRACE` and headers such as `Cookie`, `Host` and `Origin` to themselves, and `Access-Control-Allow-…` are response headers. Listing them opens nothing; it shows that the list was copied, and then there may be more in it than you want.',
    'explanation-methods':
      'A list per URL keeps a page that you trust to read from writing, too, for example after somebody got a script into it. If other pages write there, nothing has to change.',
    evidence: 'In {count} of the recorded requests, the answer to the preflight lists one of them.',
    'evidence-methods':
      'In {count} of the recorded requests, the preflight for this URL was answered so, and all requests to it were `GET` or `HEAD`; what other pages send there can’t be seen.',
    'action-trim-lists': 'List the methods and headers that your pages send, and no others.',
  },
  links: [
    mdnHeader('Access-Control-Allow-Headers'),
    mdnHeader('Access-Control-Allow-Methods'),
    FORBIDDEN_REQUEST_HEADER,
  ],
  find({ accepted, exchanges }): AdviceFound | null {
    const preflights = accepted.filter(({ on }) => on === 'preflight');
    return uselessItems(preflights) ?? unusedMethods(preflights, exchanges);
  },
};

const ACTIONS: readonly Action[] = [{ id: 'trim-lists', data: {} }];

function uselessItems(preflights: readonly AcceptedAnswer[]): AdviceFound | null {
  const shown = preflights.filter((answer) => uselessItemsOf(answer).length > 0);
  if (shown.length === 0) return null;
  return {
    data: { items: nameSome(new Set(shown.flatMap(uselessItemsOf))) },
    severity: 'info',
    confidence: 'certain',
    shownBy: exchangesOf(shown),
    actions: ACTIONS,
  };
}

function uselessItemsOf({ headers }: AcceptedAnswer): readonly string[] {
  const names = itemsOf(linesOf(headers, 'access-control-allow-headers')).filter((name) => {
    const lower = name.toLowerCase();
    return isForbiddenRequestHeaderName(lower) || lower.startsWith('access-control-');
  });
  return [...methodsOf(headers).filter((method) => /^(trace|track|connect)$/i.test(method)), ...names];
}

/** From fewer requests nobody can tell that nothing is written there. */
const MANY = 3;

/** What a page that only reads has no use for. */
const WRITING = ['PUT', 'PATCH', 'DELETE'];

function unusedMethods(
  preflights: readonly AcceptedAnswer[],
  exchanges: readonly EvaluatedExchange[],
): AdviceFound | null {
  const generous = preflights.filter(({ headers }) => {
    const methods = methodsOf(headers);
    return WRITING.every((method) => methods.includes(method));
  });
  if (generous.length === 0) return null;
  const written = new Set(
    exchanges.filter(({ exchange }) => exchange.hops.some(isWriting)).map(({ exchange }) => urlOf(exchange)),
  );
  const calls = new Map<string, number>();
  for (const { exchange } of exchanges) calls.set(urlOf(exchange), (calls.get(urlOf(exchange)) ?? 0) + 1);
  const isOftenRead = (url: string) => !written.has(url) && (calls.get(url) ?? 0) >= MANY;
  const unused = generous.find(({ by }) => isOftenRead(urlOf(by.exchange)));
  if (unused === undefined) return null;
  const url = urlOf(unused.by.exchange);
  return {
    data: { methods: WRITING.join(', '), url },
    severity: 'info',
    confidence: 'possible',
    shownBy: exchangesOf(generous.filter(({ by }) => urlOf(by.exchange) === url)),
    actions: ACTIONS,
    variant: {
      title: 'title-methods',
      headline: 'headline-methods',
      explanation: 'explanation-methods',
      evidence: 'evidence-methods',
    },
  };
}

function isWriting({ method }: EvaluatedExchange['exchange']['hops'][number]): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Of the last hop, without query. */
function urlOf({ hops }: EvaluatedExchange['exchange']): string {
  return displayUrl((hops.at(-1) ?? hops[0]).url);
}

function methodsOf(headers: AcceptedAnswer['headers']): readonly string[] {
  return itemsOf(linesOf(headers, 'access-control-allow-methods'));
}

function itemsOf(lines: readonly string[]): readonly string[] {
  const list = extractHeaderListValues(lines);
  return list.ok ? list.values : [];
}

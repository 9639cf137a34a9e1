import type {
  CallFrame,
  Exchange,
  Hop,
  HttpRequest,
  HttpResponse,
  Outcome,
  Preflight,
} from '../../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import { finish } from '../../model/steps.ts';
import { type Alias, AliasTable } from './alias-table.ts';
import { collectHosts } from './collect-hosts.ts';
import { HeaderAliases } from './header-aliases.ts';
import { HostAliases } from './host-aliases.ts';
import { isRedacted } from './redacted.ts';
import { TextAliases } from './text-aliases.ts';
import { UrlAliases } from './url-aliases.ts';

export interface ToBeAliased {
  readonly exchanges: readonly Exchange[];
  readonly context?: readonly Exchange[];
}

export interface Aliased {
  readonly exchanges: readonly Exchange[];
  readonly context: readonly Exchange[];
  /** What was replaced by what. It must not leave with them. */
  readonly aliases: readonly Alias[];
}

/**
 * The exchanges with aliases in the place of every host, path, parameter, cookie, function and value that tells whose
 * they are: `https://api-1.example/path-1`. The same name has the same alias everywhere, and what a diagnosis hangs on
 * stays (see `HostAliases`, `UrlAliases`, `HeaderAliases`), so that the rules say the same of them.
 */
export function withAliases(input: ToBeAliased): Aliased {
  return finish(withAliasesInSteps(input));
}

/** The same in steps, each as quick as reading one exchange. */
export function* withAliasesInSteps({ exchanges, context = [] }: ToBeAliased): Generator<undefined, Aliased> {
  const table = new AliasTable();
  const hosts = new HostAliases(table, yield* collectHosts([...exchanges, ...context]));
  const urls = new UrlAliases(table, hosts);
  const text = new TextAliases(table, hosts, urls);
  const headers = new HeaderAliases({ table, hosts, urls, text });
  const names = { table, urls, text, headers };
  return {
    exchanges: yield* aliasEach(exchanges, names),
    context: yield* aliasEach(context, names),
    aliases: table.list(),
  };
}

function* aliasEach(exchanges: readonly Exchange[], names: Names): Generator<undefined, readonly Exchange[]> {
  const aliased: Exchange[] = [];
  for (const exchange of exchanges) {
    aliased.push(aliasExchange(exchange, names));
    yield;
  }
  return aliased;
}

interface Names {
  readonly table: AliasTable;
  readonly urls: UrlAliases;
  readonly text: TextAliases;
  readonly headers: HeaderAliases;
}

function aliasExchange(exchange: Exchange, names: Names): Exchange {
  const { documentId, initiator, page, hops, outcome, startedBy } = exchange;
  const [first, ...others] = hops;
  return {
    ...exchange,
    ...(documentId === undefined ? {} : { documentId: names.table.numbered('document', documentId) }),
    initiator: initiator === OPAQUE_ORIGIN ? initiator : names.urls.of(initiator),
    ...(page === undefined ? {} : { page: names.urls.of(page) }),
    hops: [aliasHop(first, names), ...others.map((hop) => aliasHop(hop, names))],
    outcome: aliasOutcome(outcome, names),
    ...(startedBy === undefined ? {} : { startedBy: startedBy.map((frame) => aliasFrame(frame, names)) }),
  };
}

function aliasHop(hop: Hop, names: Names): Hop {
  const { url, method, request, unsentRequest, response, preflight, redirectUrl } = hop;
  return {
    ...hop,
    url: names.urls.of(url),
    method: names.text.of(method),
    ...(request === undefined ? {} : { request: aliasHeaders(request, names) }),
    ...(unsentRequest === undefined ? {} : { unsentRequest: aliasHeaders(unsentRequest, names) }),
    ...(response === undefined ? {} : { response: aliasResponse(response, names) }),
    ...(preflight === undefined ? {} : { preflight: aliasPreflight(preflight, names) }),
    ...(redirectUrl === undefined ? {} : { redirectUrl: names.urls.of(redirectUrl) }),
  };
}

function aliasHeaders(request: HttpRequest, names: Names): HttpRequest {
  return { ...request, headers: names.headers.of(request.headers) };
}

/** Phrases of standards and common servers. Whoever writes own ones may name itself in them. */
const STATUS_TEXT =
  /^(?:|OK|Created|Accepted|Non-Authoritative Information|No Content|Reset Content|Partial Content|Multiple Choices|Moved Permanently|Found|See Other|Not Modified|Temporary Redirect|Permanent Redirect|Internal Redirect|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Proxy Authentication Required|Request Time-?out|Conflict|Gone|Length Required|Precondition Failed|(?:Request Entity|Payload|Content) Too Large|URI Too Long|Unsupported Media Type|Range Not Satisfiable|Expectation Failed|I'm a teapot|Misdirected Request|Unprocessable (?:Entity|Content)|Locked|Too Early|Upgrade Required|Precondition Required|Too Many Requests|Request Header Fields Too Large|Unavailable For Legal Reasons|Internal Server Error|Not Implemented|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|HTTP Version Not Supported|Insufficient Storage|Network Authentication Required)$/i;

function aliasResponse(response: HttpResponse, names: Names): HttpResponse {
  const { statusText } = response;
  const { statusText: _, ...rest } = response;
  const isCommon = statusText !== undefined && STATUS_TEXT.test(statusText);
  return { ...rest, ...(isCommon ? { statusText } : {}), headers: names.headers.of(response.headers) };
}

function aliasPreflight(preflight: Preflight, names: Names): Preflight {
  const { request, response, error } = preflight;
  return {
    ...preflight,
    request: aliasHeaders(request, names),
    ...(response === undefined ? {} : { response: aliasResponse(response, names) }),
    ...(error === undefined ? {} : { error: names.text.of(error) }),
  };
}

function aliasOutcome(outcome: Outcome, names: Names): Outcome {
  return outcome.state === 'error' ? { ...outcome, error: names.text.of(outcome.error) } : outcome;
}

function aliasFrame(frame: CallFrame, names: Names): CallFrame {
  const { functionName, url, before } = frame;
  const isRuntimes =
    before === undefined ||
    /^(?:await|async|setTimeout|setInterval|requestAnimationFrame|Promise\.\w+|Image|XMLHttpRequest\.\w+|load|click|submit)$/.test(
      before,
    );
  const aliasedBefore =
    before === undefined || isRuntimes ? before : names.table.numbered('function', before);
  return {
    ...frame,
    functionName:
      functionName === '' || isRedacted(functionName)
        ? functionName
        : names.table.numbered('function', functionName),
    url: names.urls.of(url),
    ...(aliasedBefore === undefined ? {} : { before: aliasedBefore }),
  };
}

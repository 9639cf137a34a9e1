import type { Report } from '../report.ts';
import type { ReportFormat } from '../report-format.ts';
import type { Parts, RequestInParts } from '../shell/request-to-repeat.ts';
import { commentText, quotePython } from './literals.ts';
import { HELPERS } from './pytest-helpers.ts';
import { mayChangeData, type TestedExchange, type TestedHop, testedExchanges } from './tested-exchange.ts';
import { environmentVariable, RequestsOfFile, whatItHolds } from './unknown-values.ts';

/**
 * Tests for pytest with requests, which need no browser: they send the preflight and the request, and check the answers as
 * the Fetch standard does. Each is red until the servers send what the report proposes.
 *
 * `Vary` is not among what they check: whether it has to be there can't be told from the answers to one origin.
 */
export const pytest: ReportFormat = {
  fileName: 'test_cors.py',
  mediaType: 'text/x-python',
  *write(report) {
    const requests = new RequestsOfFile();
    const tests: string[] = [];
    for (const [index, each] of (yield* testedExchanges(report)).entries()) {
      tests.push(testOf(each, index + 1, requests));
      yield '';
    }
    yield [head(report, tests), ...tests].join('\n\n\n');
    yield '\n';
  },
};

/** Nothing of a report is in the first two lines: Python reads the file's encoding there. */
function head({ extensionVersion }: Report, tests: readonly string[]): string {
  return [
    '"""CORS regression tests, made from a recording. Each is red until the servers are mended.',
    '',
    'Run them with: python3 -m pytest test_cors.py',
    '"""',
    '',
    `# Made by CORS Lens ${commentText(extensionVersion)}`,
    ...(tests.length === 0 ? ['# Nothing failed in it that other response headers would mend.'] : []),
    '',
    HELPERS,
  ].join('\n');
}

function testOf(tested: TestedExchange, number: number, requests: RequestsOfFile): string {
  const { title, failure, pageRequest, hops } = tested;
  const statements = hops.map((hop) => statementsOf(hop, tested, requests));
  if (statements.includes(null)) return `# Left out, because a test can’t send it: ${commentText(title)}`;
  return [
    `def ${nameOf(pageRequest, number)}():`,
    `    # ${commentText(title)}`,
    `    # What failed: ${commentText(failure)}`,
    ...statements.flatMap((lines) => (lines ?? []).map((line) => `    ${line}`)),
  ].join('\n');
}

/** `test_1_put_orders`: the method and the last words of the path. */
function nameOf({ method, url }: TestedExchange['pageRequest'], number: number): string {
  const path = url.replace(/^[^:]*:\/\/[^/?#]*/, '').replace(/[?#].*$/, '');
  const words = `${method} ${path}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return ['test', String(number), ...words.slice(0, 1), ...words.slice(1).slice(-3)].join('_').slice(0, 60);
}

/** Null if no test can send it. */
function statementsOf(
  hop: TestedHop,
  { credentials }: TestedExchange,
  requests: RequestsOfFile,
): readonly string[] | null {
  const preflight = hop.preflight && requests.take(hop.preflight.request);
  const request = requests.take(hop.request);
  if (request === null) return null;
  const rest = [
    ...leftOutOf(request),
    ...sending('response', request),
    `assert_origin_allowed(response, ${allowedTo(hop.origin, credentials)})`,
  ];
  return [
    ...(preflight === null || hop.preflight === null
      ? []
      : [
          ...sending('preflight', preflight),
          'assert_preflight_allows(',
          '    preflight,',
          `    ${quotePython(hop.preflight.method)},`,
          `    [${hop.preflight.headers.map(quotePython).join(', ')}],`,
          `    ${allowedTo(hop.origin, credentials)},`,
          ')',
        ]),
    ...(mayChangeData(hop.request) ? onlyIfAllowed(hop, rest) : rest),
  ];
}

function onlyIfAllowed({ request, failedAtResponse }: TestedHop, rest: readonly string[]): readonly string[] {
  const warning = `# ${commentText(request.method)} may change data.`;
  if (failedAtResponse) return [warning, 'expect_sending_unsafe()', ...rest];
  return [warning, 'if SENDS_UNSAFE:', ...rest.map((line) => `    ${line}`)];
}

function leftOutOf({ leftOut }: RequestInParts): readonly string[] {
  return leftOut.length === 0
    ? []
    : [`# Without these headers, which can’t be sent: ${commentText(leftOut.join(', '))}`];
}

function sending(variable: string, { method, url, headers, body }: RequestInParts): readonly string[] {
  return [
    `${variable} = send(`,
    `    ${quotePython(method)},`,
    `    ${expression(url)},`,
    '    {',
    ...headers.map(([name, value]) => `        ${quotePython(name)}: ${expression(value)},`),
    '    },',
    ...(body === null ? [] : [`    ${expression(body)}.encode(),`]),
    ')',
  ];
}

function allowedTo(origin: string, credentials: TestedExchange['credentials']): string {
  return `origin=${quotePython(origin)}, credentials=${credentials === 'include' ? 'True' : 'False'}`;
}

function expression(parts: Parts): string {
  if (parts.length === 0) return '""';
  return parts
    .map((part) =>
      typeof part === 'string'
        ? quotePython(part)
        : `from_environment("${environmentVariable(part)}", ${quotePython(whatItHolds(part))})`,
    )
    .join(' + ');
}

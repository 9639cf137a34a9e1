import type { Report } from '../report.ts';
import type { ReportFormat } from '../report-format.ts';
import type { Parts } from '../shell/request-to-repeat.ts';
import { cutText, makeVisible } from '../visible-text.ts';
import { commentText, quoteTypeScript } from './literals.ts';
import { HELPERS } from './playwright-helpers.ts';
import { mayChangeData, type TestedExchange, testedExchanges } from './tested-exchange.ts';
import { environmentVariable, RequestsOfFile, SEND_UNSAFE, whatItHolds } from './unknown-values.ts';

/** Longer titles fit no list of tests. */
const TITLE_LIMIT = 200;

/**
 * Tests for Playwright's runner: in a real browser, an empty page of the page's origin fetches what failed, as it was
 * fetched. Each is red until the servers send what the report proposes. Fonts, scripts and the like are fetched, too: the
 * browser checks them in the same way.
 */
export const playwright: ReportFormat = {
  fileName: 'cors.spec.ts',
  mediaType: 'text/typescript',
  *write(report) {
    const requests = new RequestsOfFile();
    const tests: string[] = [];
    for (const [index, each] of (yield* testedExchanges(report)).entries()) {
      tests.push(isOpenable(each.origin) ? testOf(each, index + 1, requests) : leftOut(each));
      yield '';
    }
    yield [...head(report, tests.join('')), ...tests].join('\n\n');
    yield '\n';
  },
};

function head(report: Report, tests: string): readonly string[] {
  const helpers = HELPERS.filter(({ name }) => tests.includes(`${name}(`));
  const uses = (word: string) => helpers.some(({ text }) => text.includes(word));
  const types = ['APIRequestContext', 'Page'].filter(uses).map((name) => `type ${name}, `);
  const isNeeded = tests.includes('sendsUnsafe') || uses('sendsUnsafe');
  return [
    [
      `// Made by CORS Lens ${commentText(report.extensionVersion)} from a recording. Each test is red until the servers are mended.`,
      '// Run it with: npx playwright test cors.spec.ts',
    ].join('\n'),
    ...(tests === '' ? ['// Nothing failed in it that other response headers would mend.'] : []),
    `import { ${types.join('')}expect, test } from '@playwright/test';`,
    ...(isNeeded
      ? [
          `// Requests that may change data are only sent if this is set; until then, only their preflights are.\nconst sendsUnsafe = process.env['${SEND_UNSAFE}'] === '1';`,
        ]
      : []),
    ...helpers.map(({ text }) => text),
  ];
}

/** Browsers open pages of these schemes only for themselves, such as those of extensions. */
function isOpenable(origin: string): boolean {
  return /^https?:\/\/[^/?#]+$/.test(origin);
}

function leftOut({ title }: TestedExchange): string {
  return `// Left out, because a test can’t open a page of that origin: ${commentText(title)}`;
}

function testOf(tested: TestedExchange, number: number, requests: RequestsOfFile): string {
  const { title, failure, pageRequest } = tested;
  const name = makeVisible(cutText(title, TITLE_LIMIT));
  const statements = statementsOf(tested, requests);
  if (statements === null) return `// Left out, because a test can’t send it: ${commentText(title)}`;
  const usesRequest = statements.some((line) => line.includes('expectPreflightAllows('));
  return [
    `test(${quoteTypeScript(`${number}. ${name}`)}, async ({ page${usesRequest ? ', request' : ''} }) => {`,
    `  // What failed: ${commentText(failure)}`,
    ...(mayChangeData(pageRequest) ? [`  // ${commentText(pageRequest.method)} may change data.`] : []),
    ...statements.map((line) => `  ${line}`),
    '});',
  ].join('\n');
}

/** Null if no test can send it. */
function statementsOf(tested: TestedExchange, requests: RequestsOfFile): readonly string[] | null {
  const asked = mayChangeData(tested.pageRequest) ? preflights(tested, requests) : [];
  const fetching = fetchAsPage(tested, requests);
  return fetching === null ? null : [...asked, ...fetching];
}

/** What can be checked of a request that may change data without sending it, and that the rest needs a word. */
function preflights({ hops, credentials }: TestedExchange, requests: RequestsOfFile): readonly string[] {
  const checks = hops.flatMap(({ origin, preflight }) => {
    const parts = preflight && requests.take(preflight.request);
    if (parts === null || preflight === null) return [];
    return [
      `await expectPreflightAllows(request, ${expression(parts.url)}, {`,
      `  origin: ${quoteTypeScript(origin)},`,
      `  credentials: ${credentials === 'include'},`,
      `  method: ${quoteTypeScript(preflight.method)},`,
      `  headers: [${preflight.headers.map(quoteTypeScript).join(', ')}],`,
      '});',
    ];
  });
  const needsSending = hops.some(({ failedAtResponse }) => failedAtResponse);
  return [...checks, needsSending ? 'expectSendingUnsafe();' : 'if (!sendsUnsafe) return;'];
}

function fetchAsPage(tested: TestedExchange, requests: RequestsOfFile): readonly string[] | null {
  const { origin, credentials, pageRequest, cookies } = tested;
  const parts = requests.take(pageRequest);
  if (parts === null) return null;
  const cookieParts =
    cookies === null
      ? undefined
      : requests.take({ ...pageRequest, headers: [['Cookie', cookies]] })?.headers[0]?.[1];
  return [
    ...(parts.leftOut.length === 0
      ? []
      : [`// Without these headers, which can’t be sent: ${commentText(parts.leftOut.join(', '))}`]),
    `const url = ${expression(parts.url)};`,
    `await openPageOf(page, ${quoteTypeScript(origin)});`,
    ...(cookieParts === undefined ? [] : [`await setCookies(page, url, ${expression(cookieParts)});`]),
    'const error = await fetchFrom(page, url, {',
    `  method: ${quoteTypeScript(parts.method)},`,
    `  credentials: ${quoteTypeScript(credentials)},`,
    ...(parts.headers.length === 0
      ? []
      : [
          '  headers: [',
          ...parts.headers.map(([name, value]) => `    [${quoteTypeScript(name)}, ${expression(value)}],`),
          '  ],',
        ]),
    ...(parts.body === null ? [] : [`  body: ${expression(parts.body)},`]),
    '});',
    `expect(error, ${quoteTypeScript(`script of ${makeVisible(origin)} may read the answer`)}).toBeNull();`,
  ];
}

function expression(parts: Parts): string {
  if (parts.length === 0) return "''";
  return parts
    .map((part) =>
      typeof part === 'string'
        ? quoteTypeScript(part)
        : `fromEnvironment('${environmentVariable(part)}', ${quoteTypeScript(whatItHolds(part))})`,
    )
    .join(' + ');
}

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDetails } from '../../../src/background/parse-details.ts';
import { Recorder } from '../../../src/background/recorder.ts';
import { ExchangeStore } from '../../../src/background/store.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { DELTA_INTERVAL_MS } from '../../../src/model/limits.ts';
import { parseNetworkEntry } from '../../../src/platform/network-log.ts';
import { parseResourceTimings } from '../../../src/platform/resource-timing.ts';
import { createReport, toJson, toMarkdown } from '../../../src/report/index.ts';
import { diagnose, NO_HISTORY, renderMessage } from '../../../src/rules/index.ts';
import { HARMLESS } from '../../secrets/harmless.ts';
import { leaksOf } from '../../secrets/leaks.ts';
import { type Planted, SECRET_KINDS } from '../../secrets/planted-secrets.ts';
import { API, type EngineName, PAGE, request, type StreamEvent } from './event-streams.ts';
import { FakeBrowser, FakePanel } from './fake-platform.ts';

/** How the server answers, which decides what the diagnosis is. */
const ANSWERS = {
  allows: { 'Access-Control-Allow-Origin': PAGE },
  'says nothing of CORS': {},
  'allows everybody, and credentials': {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Credentials': 'true',
  },
} as const;

type AnswerName = keyof typeof ANSWERS;

const answerName = fc.constantFrom<AnswerName[]>(
  'allows',
  'says nothing of CORS',
  'allows everybody, and credentials',
);

const urlOfPage = ({ pageQuery = '' }: Planted): string => `${PAGE}/?${pageQuery}`;

function urlOfRequest({ query, path = '', userInfo }: Planted): string {
  const { protocol, host, pathname } = new URL(API);
  const user = userInfo === undefined ? '' : `${userInfo}@`;
  return `${protocol}//${user}${host}${pathname}/${path}${query === undefined ? '' : `?${query}`}`;
}

/** A request with its preflight, with the secret wherever the kind has it. */
function streamOf(engine: EngineName, planted: Planted, answer: AnswerName): readonly StreamEvent[] {
  const { requestHeaders = {}, responseHeaders = {}, redirectTo } = planted;
  const url = urlOfRequest(planted);
  const page = engine === 'firefox' ? { originUrl: urlOfPage(planted), documentUrl: urlOfPage(planted) } : {};
  const a = request(engine, '1', { ...page, url, method: 'PUT' });
  const p = request(engine, '2', { ...page, url, method: 'OPTIONS', type: 'other' });
  const names = Object.keys(requestHeaders).map((name) => name.toLowerCase());
  const allowing = {
    'Access-Control-Allow-Origin': PAGE,
    'Access-Control-Allow-Methods': 'PUT',
    'Access-Control-Allow-Headers': names.join(', '),
  };
  const check = [p.before(), p.asks('PUT', names.join(',')), p.answered(204, allowing), p.done()];
  const sent = a.sent(requestHeaders);
  const opening = engine === 'firefox' ? [a.before(), sent, ...check] : [a.before(), ...check, sent];
  const status = redirectTo === undefined ? 401 : 302;
  const location = redirectTo === undefined ? {} : { Location: redirectTo };
  const [kind, details] = a.answered(status, { ...ANSWERS[answer], ...location, ...responseHeaders });
  const statusLine = `HTTP/1.1 ${status} ${planted.statusText ?? 'Unauthorized'}`;
  const onwards =
    redirectTo === undefined ? [] : [a.redirected(new URL(redirectTo, url).href, 302, location)];
  return [
    ...opening,
    [kind, { ...details, statusLine }],
    ...onwards,
    planted.error === undefined ? a.done() : a.failed(planted.error),
  ];
}

/** The same request as DevTools' network log tells of it, and the page's Resource Timing. */
function networkEntryOf(engine: EngineName, planted: Planted): unknown {
  const { requestHeaders = {}, responseHeaders = {}, redirectTo, error = 'net::ERR_FAILED' } = planted;
  const lines = (headers: object) => Object.entries(headers).map(([name, value]) => ({ name, value }));
  const location = redirectTo === undefined ? {} : { Location: redirectTo };
  const [url, lineNumber, columnNumber] = [urlOfRequest(planted), 1, 1];
  const call = { functionName: 'load', url, lineNumber, columnNumber };
  const page = { functionName: '', url: urlOfPage(planted), lineNumber, columnNumber };
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 1,
    request: { url, method: 'PUT', headers: lines(requestHeaders) },
    response:
      engine === 'chromium'
        ? { status: 0, headers: [], _error: error }
        : { status: 401, headers: lines({ ...location, ...responseHeaders }) },
    _initiator: { stack: { callFrames: [call], parent: { callFrames: [page], description: 'await' } } },
  };
}

function resourceTimingOf(planted: Planted): unknown {
  const entry = { name: urlOfRequest(planted), startTime: 1, responseEnd: 2, responseStatus: 0 };
  return { clock: 10, elapsed: 5, entries: [entry] };
}

/** Everything that leaves the recorder: what is stored, what panels are told and learn besides, and what they make of it. */
async function outputsOf(engine: EngineName, planted: Planted, answer: AnswerName): Promise<Outputs> {
  const browser = new FakeBrowser(engine);
  browser.tabs = [{ tabId: 1, url: urlOfPage(planted) }];
  const background = browser.boot();
  await background.start();
  const panel = FakePanel.open(background, 1);
  for (const [kind, details] of streamOf(engine, planted, answer)) background.onRequest(kind, details);
  background.onTabUrlChanged(1, `${urlOfPage(planted)}&tab=2`);
  panel.send({ kind: 'set-site', origin: PAGE, on: true });
  await vi.advanceTimersByTimeAsync(DELTA_INTERVAL_MS);
  await background.flush();
  const { exchanges } = panel;
  const report = createReport({ exchanges, createdAt: '2026-01-01T00:00:00.000Z', extensionVersion: '0' });
  return {
    storage: [...browser.session.items.values()].join('\n'),
    settings: JSON.stringify(browser.stored ?? null),
    messages: JSON.stringify(panel.messages),
    badges: JSON.stringify([...browser.badges]),
    networkLog: JSON.stringify(parseNetworkEntry(networkEntryOf(engine, planted), engine)),
    resourceTimings: JSON.stringify(parseResourceTimings(resourceTimingOf(planted))),
    headlines: JSON.stringify(exchanges.map((exchange) => renderMessage(diagnose(exchange).headline))),
    json: toJson(report),
    markdown: toMarkdown(report),
  };
}

type Outputs = Readonly<
  Record<
    | 'storage'
    | 'settings'
    | 'messages'
    | 'badges'
    | 'networkLog'
    | 'resourceTimings'
    | 'headlines'
    | 'json'
    | 'markdown',
    string
  >
>;

const logs = (['debug', 'error', 'info', 'log', 'warn'] as const).map((name) => vi.spyOn(console, name));

beforeEach(() => {
  vi.useFakeTimers();
  for (const log of logs) log.mockClear();
});
afterEach(() => void vi.useRealTimers());

it('there are at least forty kinds, each with a name of its own', () => {
  expect(new Set(SECRET_KINDS.map(({ name }) => name)).size).toBe(SECRET_KINDS.length);
  expect(SECRET_KINDS.length).toBeGreaterThanOrEqual(40);
});

describe.each(SECRET_KINDS)('$name', ({ secret, plant, stays = [] }) => {
  const engine = fc.constantFrom<EngineName[]>('chromium', 'firefox');

  it('gets nowhere, and what it was stays to be seen', async () => {
    await fc.assert(
      fc.asyncProperty(secret, engine, answerName, async (planted, where, answer) => {
        const outputs = await outputsOf(where, plant(planted), answer);
        for (const [name, text] of Object.entries(outputs))
          expect([name, ...leaksOf([planted], text)]).toEqual([name]);
        const { requestHeaders = {}, responseHeaders = {} } = plant(planted);
        for (const header of [...Object.keys(requestHeaders), ...Object.keys(responseHeaders), ...stays]) {
          expect(outputs.storage).toContain(header);
        }
        for (const log of logs) expect(log).not.toHaveBeenCalled();
      }),
      { numRuns: 12 },
    );
  });

  it('changes nothing of the diagnosis by being masked', () => {
    fc.assert(
      fc.property(secret, engine, answerName, (planted, where, answer) => {
        const stream = streamOf(where, plant(planted), answer);
        expect(conclusionsOf(recordWith(parseDetails, where, stream))).toEqual(
          conclusionsOf(recordWith(parseUnmasked, where, stream)),
        );
      }),
      { numRuns: 12 },
    );
  });
});

it.each(HARMLESS)('%s is no secret, and stays as it is: %s', (where, text) => {
  const planted =
    where === 'query' || where === 'path'
      ? { [where]: text }
      : where.startsWith('>')
        ? { requestHeaders: { [where.slice(1)]: text } }
        : { responseHeaders: { [where]: text } };
  const [exchange] = recordWith(parseDetails, 'chromium', streamOf('chromium', planted, 'allows'));
  const [hop] = exchange?.hops ?? [];
  expect(hop?.url).toBe(urlOfRequest(planted));
  if (where === 'query' || where === 'path') return;
  const headers = where.startsWith('>') ? hop?.request?.headers : hop?.response?.headers;
  expect(headers).toContainEqual([where.replace('>', ''), text]);
});

/** The same parser, with nothing masked. */
let parseUnmasked: typeof parseDetails;

beforeAll(async () => {
  const asItIs = <T>(value: T): T => value;
  vi.doMock('../../../src/model/mask-secrets.ts', () => ({
    maskError: asItIs,
    maskHeaderLine: asItIs,
    maskText: asItIs,
    maskUrl: asItIs,
  }));
  vi.resetModules();
  ({ parseDetails: parseUnmasked } = await import('../../../src/background/parse-details.ts'));
});

afterAll(() => {
  vi.doUnmock('../../../src/model/mask-secrets.ts');
  vi.resetModules();
});

function recordWith(
  parse: typeof parseDetails,
  engine: EngineName,
  stream: readonly StreamEvent[],
): readonly Exchange[] {
  const store = new ExchangeStore(() => {});
  const recorder = new Recorder({
    observedIn: { engine, version: '1' },
    store,
    pageOf: () => `${PAGE}/`,
    onRecordChange: () => {},
  });
  for (const [kind, details] of stream) {
    const event = parse(kind, details, {
      engine,
      ownOrigin: 'chrome-extension://own',
      salt: 'salt',
      isFollowed: (id) => recorder.isFollowed(id),
      isResumed: false,
      isInScope: () => true,
    });
    if (event !== null) recorder.accept(event);
  }
  return store.list(1);
}

/** What the rules say: no values, which may hold what was masked. */
function conclusionsOf(exchanges: readonly Exchange[]): unknown {
  return exchanges.map((exchange) => {
    const { verdict, lead, findings, notes, evaluation, fix, answeredBy, branches } = diagnose(
      exchange,
      NO_HISTORY,
    );
    const { mode, credentials, hops } = exchange;
    return {
      verdict,
      lead: lead.rule,
      findings: findings.map(({ rule, confidence }) => [rule, confidence]),
      notes: notes.map(({ rule }) => rule),
      steps: evaluation.steps.map(({ check, outcome }) => [check, outcome]),
      fix: fix.changes.map(({ on, hop, op, name, value }) => [on, hop, op, name, value]),
      answeredBy: answeredBy?.platforms,
      branches: branches.map((branch) => [branch.if, branch.verdict, branch.lead.rule]),
      mode,
      credentials,
      pairings: hops.map(({ preflight }) => preflight?.pairing),
    };
  });
}

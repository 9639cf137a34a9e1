import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { Evaluation } from '../../../src/fetch/evaluation.ts';
import { browserOpinions } from '../../../src/rules/browsers/index.ts';
import type { BrowserOpinion } from '../../../src/rules/diagnosis.ts';
import type { RecordedCase } from './case.ts';
import { exchangeOfCase } from './exchange-of-case.ts';

/** `open`: the answer is that it can't be told; right only where webRequest really doesn't show it. */
export type Mark = 'right' | 'open' | 'wrong';

export interface Scored {
  readonly id: string;
  readonly field: string;
  readonly mark: Mark;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** All recorded cases. */
export function loadCases(): readonly RecordedCase[] {
  const file = fileURLToPath(new URL('./cases.jsonl', import.meta.url));
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as RecordedCase);
}

/** Failures of the network and odd status lines: the recording doesn't hold what webRequest reports of them. */
const UNSCORED: ReadonlySet<string> = new Set(['neterr', 'odd', 'scheme']);

function isLocalNetwork(recorded: RecordedCase): boolean {
  return recorded.group.startsWith('lna');
}

/** Scores every field of a case in one engine; empty if there was nothing to observe or nothing to score. */
export function scoreCase(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  withResourceTiming = false,
): readonly Scored[] {
  const phase = recorded.truth[engine].phase;
  if (phase === 'construct' || phase === 'timeout') return [];
  if (UNSCORED.has(recorded.group) || (isLocalNetwork(recorded) && engine === 'firefox')) return [];
  const exchange = exchangeOfCase(recorded, engine, withResourceTiming);
  if (exchange === null) return [];
  const evaluation = evaluate(exchange);
  const opinion = browserOpinions(exchange, evaluation)[0];
  if (opinion === undefined) return [];
  const common = [
    scoreVerdict(recorded, engine, evaluation),
    // The server never sees these preflights; webRequest does.
    ...(isLocalNetwork(recorded) ? [] : [scorePreflighted(recorded, engine, evaluation)]),
    ...scoreReadable(recorded, engine, evaluation),
  ];
  const words = engine === 'chromium' ? scoreChromium(recorded, opinion) : scoreFirefox(recorded, opinion);
  return [...common, ...words].map((scored) => ({ ...scored, field: `${engine} ${scored.field}` }));
}

function mark(id: string, field: string, expected: unknown, actual: unknown, isOpen: boolean): Scored {
  const right = JSON.stringify(expected) === JSON.stringify(actual);
  return { id, field, expected, actual, mark: right ? 'right' : isOpen ? 'open' : 'wrong' };
}

function scoreVerdict(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  evaluation: Evaluation,
): Scored {
  const actual = evaluation.verdict;
  const expected = expectedVerdict(recorded, engine, actual);
  return mark(recorded.id, 'verdict', expected, actual, actual === 'unknown' || hidesLines(recorded, engine));
}

function expectedVerdict(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  actual: Evaluation['verdict'],
): Evaluation['verdict'] {
  const truth = recorded.truth[engine];
  if (truth.type === 'opaqueredirect') return 'failed';
  if (truth.type === 'opaque') return 'opaque';
  if (truth.ok) return 'allowed';
  if (engine === 'firefox') {
    const { key } = recorded.truth.firefox;
    // Firefox has nothing but its general message for many redirects that the standard forbids.
    const isVague = key === null || key === 'CORSDidNotSucceed2';
    return isVague && actual === 'failed' ? 'failed' : 'blocked';
  }
  const { corsError } = recorded.truth.chromium;
  // Refused for want of a permission: no header can change that, so it isn't CORS.
  return corsError !== null && !/LocalNetwork/.test(corsError) ? 'blocked' : 'failed';
}

function scorePreflighted(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  evaluation: Evaluation,
): Scored {
  const actual = evaluation.preflights.some((need) => need.needed === 'yes');
  const open = evaluation.preflights.some((need) => need.needed === 'unknown');
  return mark(recorded.id, 'preflighted', recorded.truth[engine].preflighted, actual, open);
}

function scoreReadable(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  evaluation: Evaluation,
): Scored[] {
  const { exposedHeaders, type } = recorded.truth[engine];
  if (exposedHeaders === null || type === 'opaque' || type === 'opaqueredirect') return [];
  const names = evaluation.readable?.readable.map(([name]) => name.toLowerCase()) ?? null;
  const actual = names === null ? null : [...new Set(names)].sort();
  return [
    mark(recorded.id, 'readable', [...exposedHeaders].sort(), actual, evaluation.verdict === 'unknown'),
  ];
}

function scoreChromium(recorded: RecordedCase, opinion: BrowserOpinion): Scored[] {
  const { corsError, failedParameter, consoleText } = recorded.truth.chromium;
  const open = opinion.text === undefined;
  return [
    mark(recorded.id, 'corsError', corsError, opinion.code ?? null, opinion.code === undefined && open),
    mark(recorded.id, 'failedParameter', failedParameter ?? '', opinion.failedParameter ?? '', open),
    mark(recorded.id, 'consoleText', asFetch(recorded, consoleText), opinion.text ?? null, open),
  ];
}

/** webRequest doesn't tell XMLHttpRequest from fetch(), so the words are fetch()'s. */
function asFetch(recorded: RecordedCase, text: string | null): string | null {
  if (text === null || recorded.request.api !== 'xhr') return text;
  return text
    .replace('Access to XMLHttpRequest at', 'Access to fetch at')
    .replace(
      ' The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.',
      '',
    )
    .replace(
      /( that is not equal to the supplied origin\.| contains the invalid value '[\s\S]*'\.|, but only one is allowed\.)$/,
      '$1 Have the server send the header with a valid value.',
    );
}

function scoreFirefox(recorded: RecordedCase, opinion: BrowserOpinion): Scored[] {
  const { key, consoleText } = recorded.truth.firefox;
  const open = opinion.text === undefined;
  return [
    mark(recorded.id, 'key', key, opinion.code ?? null, open || hidesLines(recorded, 'firefox')),
    mark(
      recorded.id,
      'consoleText',
      consoleText,
      opinion.text ?? null,
      open || hidesLines(recorded, 'firefox'),
    ),
  ];
}

/** Firefox refuses a second, empty Access-Control-Allow-Origin line, and leaves it out of what extensions see. */
function hidesLines(recorded: RecordedCase, engine: 'chromium' | 'firefox'): boolean {
  if (engine === 'chromium') return false;
  const { preflight, hopPreflights = [], responses } = recorded.server;
  return [preflight, ...hopPreflights, ...responses].some((answer) => {
    const lines = (answer?.headers ?? []).filter(
      ([name]) => name.toLowerCase() === 'access-control-allow-origin',
    );
    return lines.length > 1 && lines.some(([, value]) => value.trim() === '');
  });
}

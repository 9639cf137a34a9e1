import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { Evaluation, ReadableCondition } from '../../../src/fetch/evaluation.ts';
import type { HeaderList } from '../../../src/model/header-list.ts';
import { browserOpinions } from '../../../src/rules/browsers/index.ts';
import type { BrowserOpinion, OpinionAlternative } from '../../../src/rules/diagnosis.ts';
import type { RecordedCase } from './case.ts';
import { exchangeOfCase, type View } from './exchange-of-case.ts';

/**
 * - `right`: exactly what the browser did.
 * - `told`: what the browser did is one of the possibilities that are told, with what each hangs on.
 * - `unknown`: the answer is that it can't be told.
 */
export type Mark = 'right' | 'told' | 'unknown' | 'wrong';

export interface Scored {
  readonly id: string;
  readonly field: string;
  readonly mark: Mark;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The recorded cases, or those of another recording in the same format. */
export function loadCases(file = RECORDED): readonly RecordedCase[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as RecordedCase);
}

const RECORDED = fileURLToPath(new URL('./cases.jsonl', import.meta.url));

/** Failures of the network and odd status lines: the recording doesn't hold what webRequest reports of them. */
const UNSCORED: ReadonlySet<string> = new Set(['neterr', 'odd', 'scheme']);

function isLocalNetwork(recorded: RecordedCase): boolean {
  return recorded.group.startsWith('lna');
}

/** Scores every field of a case in one engine; empty if there was nothing to observe or nothing to score. */
export function scoreCase(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  view: View = 'web-request',
): readonly Scored[] {
  const phase = recorded.truth[engine].phase;
  if (phase === 'construct' || phase === 'timeout') return [];
  if (UNSCORED.has(recorded.group) || (isLocalNetwork(recorded) && engine === 'firefox')) return [];
  const exchange = exchangeOfCase(recorded, engine, view);
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

function mark(id: string, field: string, expected: unknown, actual: unknown, otherwise: Mark): Scored {
  return { id, field, expected, actual, mark: isSame(expected, actual) ? 'right' : otherwise };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function scoreVerdict(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  evaluation: Evaluation,
): Scored {
  const actual = evaluation.verdict;
  const expected = expectedVerdict(recorded, engine, actual);
  return mark(recorded.id, 'verdict', expected, actual, undecided(recorded, evaluation, expected));
}

/** Where nothing decides, the branch of the mode that the request really had has to say what the browser did. */
function undecided(recorded: RecordedCase, evaluation: Evaluation, expected: Evaluation['verdict']): Mark {
  if (evaluation.verdict !== 'unknown') return 'wrong';
  const branch = evaluation.branches.find((each) => each.if === modeOf(recorded));
  if (branch === undefined) return 'unknown';
  return branch.verdict === expected ? 'told' : 'wrong';
}

function modeOf({ request }: RecordedCase): OpinionAlternative['if'] {
  return request.credentials === 'include' ? 'credentials-include' : 'credentials-not-include';
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
  const expected = recorded.truth[engine].preflighted;
  return mark(recorded.id, 'preflighted', expected, actual, open ? 'unknown' : 'wrong');
}

function scoreReadable(
  recorded: RecordedCase,
  engine: 'chromium' | 'firefox',
  evaluation: Evaluation,
): Scored[] {
  const { exposedHeaders, type } = recorded.truth[engine];
  if (exposedHeaders === null || type === 'opaque' || type === 'opaqueredirect') return [];
  const expected = [...exposedHeaders].sort();
  const { readable } = evaluation;
  if (readable === null) {
    return [mark(recorded.id, 'readable', expected, null, undecided(recorded, evaluation, 'allowed'))];
  }
  const actual = namesOf(readable.readable);
  if (readable.conditions.length === 0) return [mark(recorded.id, 'readable', expected, actual, 'wrong')];
  // The possibility that the request really was has to be what script could read.
  const holds = readable.conditions.every((each) => isTrueOf(recorded, each));
  const told = holds ? namesOf([...readable.readable, ...readable.conditional]) : actual;
  const isTold = isSame(expected, told);
  return [{ id: recorded.id, field: 'readable', expected, actual: told, mark: isTold ? 'told' : 'wrong' }];
}

function isTrueOf({ request }: RecordedCase, condition: ReadableCondition): boolean {
  return condition === 'fetch' ? request.api === 'fetch' : request.credentials !== 'include';
}

function namesOf(headers: HeaderList): readonly string[] {
  return [...new Set(headers.map(([name]) => name.toLowerCase()))].sort();
}

function scoreChromium(recorded: RecordedCase, opinion: BrowserOpinion): Scored[] {
  const { corsError, failedParameter, consoleText } = recorded.truth.chromium;
  return scoreWords(recorded, opinion, {
    corsError: [corsError, ({ code }) => code ?? null],
    failedParameter: [failedParameter ?? '', ({ failedParameter: own }) => own ?? ''],
    consoleText: [asFetch(recorded, consoleText), ({ text }) => text ?? null],
  });
}

function scoreFirefox(recorded: RecordedCase, opinion: BrowserOpinion): Scored[] {
  const { key, consoleText } = recorded.truth.firefox;
  return scoreWords(recorded, opinion, {
    key: [key, ({ code }) => code ?? null],
    consoleText: [consoleText, ({ text }) => text ?? null],
  });
}

type Words = Pick<BrowserOpinion, 'code' | 'failedParameter' | 'text'>;

/** By field: what the browser said, and how to get it from what is told. */
type ExpectedWords = Readonly<Record<string, readonly [expected: unknown, of: (words: Words) => unknown]>>;

function scoreWords(recorded: RecordedCase, opinion: BrowserOpinion, fields: ExpectedWords): Scored[] {
  // One of the possibilities has to say all that the browser said, not one this and another that.
  const told = (opinion.alternatives ?? [])
    .filter((each) => !each.if.startsWith('credentials-') || each.if === modeOf(recorded))
    .some((each) => Object.values(fields).every(([expected, of]) => isSame(expected, of(each))));
  return Object.entries(fields).map(([field, [expected, of]]) =>
    mark(recorded.id, field, expected, of(opinion), told ? 'told' : 'wrong'),
  );
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

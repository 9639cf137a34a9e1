import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { CheckId, Verdict } from '../../../src/fetch/evaluation.ts';
import { taintingOfHops } from '../../../src/fetch/request-tainting.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { browserOpinions } from '../../../src/rules/browsers/index.ts';
import type { EngineName } from '../../browsers/browser.ts';
import type { RecordedCase } from '../recorded/case.ts';
import { exchangeOfCase, type View } from '../recorded/exchange-of-case.ts';
import { type Scored, scoreCase } from '../recorded/score.ts';
import { asRecordedCase, brokenRequest } from './as-recorded-case.ts';
import { hidesEmptyLines, hidesEnd, hidesStorageAccess } from './blind-spots.ts';
import type { Performance } from './session.ts';
import type { SeenRequest } from './stage.ts';

/** Something that we say of a case, and what it should have been. */
export interface Disagreement {
  /** Such as `firefox key, web-request`. */
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Judged {
  readonly recorded: RecordedCase;
  readonly scored: readonly Scored[];
  readonly disagreements: readonly Disagreement[];
}

const VIEWS: Readonly<Record<EngineName, readonly View[]>> = {
  chromium: ['web-request'],
  firefox: ['web-request', 'resource-timing', 'raw-lines'],
};

/**
 * Holds what our rules say of a played case against what the browser did: of the exchange as webRequest should have
 * shown it, by all that may be known besides, and of the one that our extension really recorded.
 */
export function judge(performance: Performance, engine: EngineName): Judged {
  const recorded = asRecordedCase(performance.played, { [engine]: performance });
  if (performance.result.phase === 'timeout') {
    return {
      recorded,
      scored: [],
      disagreements: [{ field: `${engine} end`, expected: 'an answer or a failure', actual: 'silence' }],
    };
  }
  const { scored, disagreements } = judgeRecorded(recorded, engine);
  return {
    recorded,
    scored,
    disagreements: [...disagreements, ...recorderDisagreements(performance, recorded, engine)],
  };
}

/** The same without the recorder: what can be done without a browser. */
export function judgeRecorded(
  recorded: RecordedCase,
  engine: EngineName,
): { readonly scored: readonly Scored[]; readonly disagreements: readonly Disagreement[] } {
  const byView = VIEWS[engine]
    .filter((view) => view === 'raw-lines' || !hidesEmptyLines(recorded, engine))
    .map((view) => ({ view, scored: scoreCase(recorded, engine, view) }));
  return {
    scored: byView[0]?.scored ?? [],
    disagreements: byView.flatMap(({ view, scored }) =>
      scored
        .filter((each) => each.mark === 'wrong' && !isExcused(each, recorded, engine))
        .map(({ field, expected, actual }) => ({ field: `${field}, ${view}`, expected, actual })),
    ),
  };
}

function isExcused({ field, expected, actual }: Scored, recorded: RecordedCase, engine: EngineName): boolean {
  // Firefox says nothing of a redirect that the page forbade, so nothing tells a refusal from a failure.
  const { redirect } = recorded.request;
  const isVerdict = field === 'firefox verdict' && expected === 'blocked' && actual === 'unknown';
  return isVerdict && redirect !== 'follow' && recorded.truth[engine].consoleText === null;
}

function recorderDisagreements(
  performance: Performance,
  recorded: RecordedCase,
  engine: EngineName,
): readonly Disagreement[] {
  const shown = exchangeOfCase(recorded, engine);
  if (shown === null || !taintingOfHops(shown).some(({ cors }) => cors)) return [];
  if (hidesEnd(shown)) return [];
  if (hidesStorageAccess(recorded, engine)) return [];
  const field = `${engine} recorder`;
  const { recorded: actual } = performance;
  if (actual === null) return [{ field, expected: 'an exchange', actual: null }];
  const broken = brokenRequest(performance);
  if (broken !== undefined) {
    const said = { codes: [codeSaid(recorded, engine)] };
    const [a, b] = [
      { ...endOf(broken), ...said },
      { ...endIn(actual), codes: codesOf(actual) },
    ];
    return isSame(a, b) ? [] : [{ field, expected: a, actual: b }];
  }
  const [a, b] = [summaryOf(shown), summaryOf(actual)];
  return isSame(a, b) || knowsMore(b, a, codeSaid(recorded, engine))
    ? []
    : [{ field, expected: a, actual: b }];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The recorder may have seen what proves the credentials mode: then it tells one of the possibilities, the right one. */
function knowsMore(actual: Summary, expected: Summary, said: string | null): boolean {
  return (
    actual.codes.length < expected.codes.length &&
    actual.codes.every((code) => expected.codes.includes(code)) &&
    actual.codes.includes(said)
  );
}

function codeSaid({ truth }: RecordedCase, engine: EngineName): string | null {
  return engine === 'chromium' ? truth.chromium.corsError : truth.firefox.key;
}

interface Summary extends End {
  readonly codes: readonly (string | null)[];
  readonly preflights: readonly string[];
}

/** What is said of an exchange, as far as it must not depend on how the exchange was come by. */
function summaryOf(exchange: Exchange): Summary {
  const evaluation = evaluate(exchange);
  const tainting = taintingOfHops(exchange);
  return {
    ...endIn(exchange),
    codes: codesOf(exchange),
    // The recorder begins where a request leaves the page's origin.
    preflights: evaluation.preflights.flatMap(({ needed }, hop) => (tainting[hop]?.cors ? [needed] : [])),
  };
}

/** What we think that the browser says: one code, or one for each possibility. */
function codesOf(exchange: Exchange): readonly (string | null)[] {
  const [opinion] = browserOpinions(exchange, evaluate(exchange));
  return (opinion?.alternatives ?? [opinion]).map((each) => each?.code ?? null);
}

interface End {
  readonly verdict: Verdict;
  readonly check?: CheckId;
  /** Counted from the last. */
  readonly hop?: number;
  readonly problem?: string;
}

function endIn(exchange: Exchange): End {
  const { verdict, fault } = evaluate(exchange);
  if (fault === null) return { verdict };
  const { check, hop } = fault;
  const fromLast = exchange.hops.length - 1 - hop;
  return { verdict, check, hop: fromLast, ...('problem' in fault && { problem: fault.problem }) };
}

function endOf({ kind }: SeenRequest): End {
  const check = kind === 'preflight' ? 'preflight-answered' : 'answered';
  return { verdict: 'failed', check, hop: 0, problem: 'connection-closed' };
}

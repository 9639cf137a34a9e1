import type { PreflightReason } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis, KeptAnswer, PreflightExplanation } from '../../rules/diagnosis.ts';
import { clockTime, dateAndTime } from '../language/clock.ts';
import { duration } from '../language/formats.ts';
import { strings } from '../strings.ts';
import { type TextPart, toParts } from './text.ts';
import { durationOf, spansOf, wholeSpanOf } from './time-spans.ts';

/** Why there was a preflight, or why there was none. */
export interface PreflightsVM {
  readonly heading: string;
  /** A few words for where the section is closed. */
  readonly aside: string;
  readonly hops: readonly PreflightVM[];
}

export interface PreflightVM {
  readonly key: string;
  /** `Redirect 1` where the exchange has several hops, else empty. */
  readonly hop: string;
  readonly summary: readonly TextPart[];
  /** How long it took; empty if that wasn't measured. */
  readonly cost: string;
  readonly reasons: readonly ReasonVM[];
  readonly keptAnswers: readonly KeptAnswerVM[];
  readonly caching: readonly (readonly TextPart[])[];
}

interface ReasonVM {
  readonly why: readonly TextPart[];
  /** Empty where it was avoided this time. */
  readonly avoid: readonly TextPart[];
}

interface KeptAnswerVM {
  /** The exchange whose preflight it was. */
  readonly exchangeId: string;
  readonly text: readonly TextPart[];
  /** When it was received, and until when it counts. */
  readonly when: string;
}

/** Null if CORS doesn't apply to the exchange. */
export function toPreflights(exchange: Exchange, diagnosis: Diagnosis): PreflightsVM | null {
  const { preflights, evaluation } = diagnosis;
  // The one that tells most: a request that is redirected may need one on its way only.
  const main = preflights.find(({ state }) => state !== 'not-needed') ?? preflights[0];
  if (main === undefined) return null;
  // Where no hop needed one, it is enough to say so once.
  const told = main.state === 'not-needed' ? [main] : preflights;
  const need = evaluation.preflights[main.hop];
  const because = need?.needed === 'yes' ? need.because : [];
  return {
    heading: main.state === 'sent' ? strings.preflight.whyOne : strings.preflight.whyNone,
    aside: main.state === 'sent' ? because.map(nameOf).join(', ') : strings.preflight.states[main.state],
    hops: withoutRepetition(told.map((each) => toPreflight(each, exchange))),
  };
}

/** What was said of an earlier hop already isn't said again. */
function withoutRepetition(hops: readonly PreflightVM[]): readonly PreflightVM[] {
  const said = new Set<string>();
  const isNew = (words: unknown) => {
    const before = said.size;
    return said.add(JSON.stringify(words)).size > before;
  };
  return hops.map((hop) => ({
    ...hop,
    reasons: hop.reasons.filter(isNew),
    caching: hop.caching.filter(isNew),
  }));
}

function nameOf(reason: PreflightReason): string {
  if (reason.why === 'method') return reason.method;
  return reason.why === 'header' ? reason.name : strings.preflight.uploadOrStream;
}

function toPreflight(explanation: PreflightExplanation, exchange: Exchange): PreflightVM {
  const { hop, state, summary, reasons, keptAnswers, caching } = explanation;
  return {
    key: String(hop),
    hop: exchange.hops.length > 1 && hop > 0 ? strings.preflight.redirect({ number: String(hop) }) : '',
    summary: toParts(summary),
    cost: costOf(explanation, exchange),
    reasons: reasons.map(({ why, avoid }) => ({
      why: toParts(why),
      avoid: state === 'kept' ? [] : toParts(avoid),
    })),
    keptAnswers: keptAnswers.map(toKeptAnswer),
    caching: caching.map(toParts),
  };
}

function costOf({ hop: index, state }: PreflightExplanation, exchange: Exchange): string {
  if (state === 'kept') return strings.preflight.keptCost({ time: duration(0) });
  const hop = exchange.hops[index];
  const span = hop === undefined ? null : spansOf(hop).preflight;
  const whole = wholeSpanOf(exchange);
  if (span === null) return '';
  const time = durationOf(span);
  return whole === null
    ? strings.preflight.took({ time })
    : strings.preflight.tookOf({ time, total: durationOf(whole) });
}

function toKeptAnswer({ exchange, message, from, until }: KeptAnswer): KeptAnswerVM {
  const sameDay = new Date(from).toDateString() === new Date(until).toDateString();
  return {
    exchangeId: exchange,
    text: toParts(message),
    when: strings.preflight.kept({
      from: clockTime(from),
      until: sameDay ? clockTime(until) : dateAndTime(until),
    }),
  };
}

import type { Evaluation } from '../../fetch/evaluation.ts';
import type { Exchange, Hop } from '../../model/exchange.ts';
import { exactTime } from '../language/clock.ts';
import { strings } from '../strings.ts';
import { durationOf, type Span, spansOf, wholeSpanOf } from './time-spans.ts';

/** How long the parts of an exchange took, as far as that was measured. */
export interface TimingVM {
  /** A few words for where the section is closed. */
  readonly aside: string;
  readonly began: string;
  readonly phases: readonly PhaseVM[];
  /** Empty if its end wasn't seen. */
  readonly total: string;
}

export interface PhaseVM {
  readonly key: string;
  readonly kind: 'preflight' | 'waiting' | 'receiving';
  /** `Redirect 1` where the exchange has several hops, else empty. */
  readonly hop: string;
  readonly label: string;
  readonly time: string;
  /** What the time says by itself it doesn't; empty for most. */
  readonly note: string;
  /** Where its bar begins and how long it is: shares of the whole time, from 0 to 1. */
  readonly start: number;
  readonly length: number;
}

/** A phase as it was measured. */
interface Phase extends Omit<PhaseVM, 'time' | 'start' | 'length'> {
  readonly span: Span;
}

const words = strings.timing;

/** The measured times of an exchange; null if nothing was measured but its beginning. */
export function toTiming(exchange: Exchange, evaluation: Evaluation): TimingVM | null {
  const [{ startedAt }] = exchange.hops;
  const phases = [
    ...exchange.hops.flatMap((hop, index) => phasesOf(evaluation, hop, index)),
    ...receiving(exchange),
  ];
  if (phases.length === 0) return null;
  const whole = wholeSpanOf(exchange);
  const end = Math.max(whole?.to ?? startedAt, ...phases.map(({ span }) => span.to));
  const shareOf = (milliseconds: number) =>
    end > startedAt ? Math.min(1, Math.max(0, milliseconds / (end - startedAt))) : 0;
  return {
    aside: asideOf(phases, whole),
    began: exactTime(startedAt),
    phases: phases.map(({ span, ...phase }) => ({
      ...phase,
      time: durationOf(span),
      start: shareOf(span.from - startedAt),
      length: shareOf(span.to - span.from),
    })),
    total: whole === null ? '' : durationOf(whole),
  };
}

function phasesOf({ preflights }: Evaluation, hop: Hop, index: number): readonly Phase[] {
  const { preflight, waiting, includesPreflight } = spansOf(hop);
  const need = preflights[index];
  const isKept = need?.needed === 'yes' && need.seen === 'cached';
  const at = index > 0 ? words.hop({ number: String(index) }) : '';
  const phases: Phase[] = [];
  const add = (kind: PhaseVM['kind'], label: string, span: Span, note = '') =>
    phases.push({ key: `${index} ${kind}`, kind, hop: at, label, span, note });
  if (preflight !== null) add('preflight', words.preflight, preflight);
  else if (isKept) {
    add('preflight', words.preflight, { from: hop.startedAt, to: hop.startedAt }, words.kept);
  }
  if (waiting !== null) {
    add(
      'waiting',
      includesPreflight ? words.waitingWithPreflight : words.waiting({ method: hop.method }),
      waiting,
    );
  }
  return phases;
}

/** The body, where the browser said that it had all of it. */
function receiving({ hops, outcome }: Exchange): readonly Phase[] {
  const response = hops.at(-1)?.response;
  if (outcome.state !== 'completed' || response === undefined || outcome.at < response.receivedAt) return [];
  const span = { from: response.receivedAt, to: outcome.at };
  return [{ key: 'receiving', kind: 'receiving', hop: '', label: words.receiving, note: '', span }];
}

/** What the preflights cost, of how much. */
function asideOf(phases: readonly Phase[], whole: Span | null): string {
  const preflights = phases.filter(({ kind }) => kind === 'preflight');
  const cost = preflights.reduce((sum, { span }) => sum + span.to - span.from, 0);
  const total = whole === null ? '' : durationOf(whole);
  if (preflights.length === 0) return total;
  const measured = { count: preflights.length, time: durationOf({ from: 0, to: cost }) };
  return whole === null ? words.preflights(measured) : words.cost({ ...measured, total });
}

import type { Exchange } from '../../model/exchange.ts';
import { parseUrl } from '../../model/url.ts';
import { probeScript } from '../../report/shell/probe-script.ts';
import type { Advice, AdviceCost, AdviceSeverity } from '../../rules/advice/advice.ts';
import type { Link } from '../../rules/diagnosis.ts';
import { groupBy } from '../group-by.ts';
import { duration } from '../language/formats.ts';
import { strings } from '../strings.ts';
import { targetLabel } from './row.ts';
import { rulePage } from './rule-page.ts';
import { type SurenessVM, toSureness } from './sureness.ts';
import { cut, type TextPart, toParts } from './text.ts';

/** What could be better, server by server. */
export interface AdviceVM {
  /** That with the gravest line first. */
  readonly hosts: readonly AdviceHostVM[];
  /** What to say where there is none; null if there is some. */
  readonly empty: { readonly title: string; readonly lines: readonly string[] } | null;
}

export interface AdviceHostVM {
  /** The server's origin. */
  readonly key: string;
  readonly label: string;
  /** The gravest first. */
  readonly lines: readonly AdviceLineVM[];
}

/** A line that unfolds. */
export interface AdviceLineVM extends AdviceMentionVM {
  /** In how many requests, and what it costs. */
  readonly extent: string;
  readonly headline: readonly TextPart[];
  readonly explanation: readonly TextPart[];
  readonly sureness: SurenessVM;
  readonly actions: readonly (readonly TextPart[])[];
  /** The first few requests that show it, those that read alike as one with how many they are. */
  readonly exchanges: readonly { readonly id: string; readonly label: string; readonly times: string }[];
  /** How many there are besides; empty if none. */
  readonly more: string;
  /** A script that tries it out; null if there is nothing to try. */
  readonly probes: string | null;
  readonly page: string;
  readonly links: readonly Link[];
}

/** A piece of advice in a few words. */
export interface AdviceMentionVM {
  readonly key: string;
  readonly severity: AdviceSeverity;
  readonly title: readonly TextPart[];
}

const words = strings.advice;
const MOST_EXCHANGES = 5;
const MOST_CHARACTERS = 90;

const SEVERITIES: readonly AdviceSeverity[] = ['high', 'medium', 'low', 'info'];

/** @param exchanges by id, of the whole recording */
export function toAdvice(
  advice: readonly Advice[],
  exchanges: Pick<ReadonlyMap<string, Exchange>, 'get' | 'size'>,
): AdviceVM {
  const hosts = groupBy(bySeverity(advice), ({ target }) => target);
  return {
    hosts: [...hosts].map(([target, lines]) => ({
      key: target,
      label: targetLabel(target),
      lines: lines.map((line) => toLine(line, exchanges)),
    })),
    empty: advice.length > 0 ? null : emptyOf(exchanges.size),
  };
}

/** @param requests how many are recorded */
function emptyOf(requests: number): AdviceVM['empty'] {
  if (requests === 0) return words.nothingYet;
  const { title, why, more } = words.none;
  return { title, lines: [why({ count: requests }), more] };
}

/** The advice that an exchange shows, the gravest first. */
export function toMentions(advice: readonly Advice[], exchangeId: string): readonly AdviceMentionVM[] {
  return bySeverity(advice.filter(({ exchanges }) => exchanges.includes(exchangeId))).map(toMention);
}

/** The advice on one server, the gravest first. */
export function mentionsOf(advice: readonly Advice[], target: string): readonly AdviceMentionVM[] {
  return bySeverity(advice.filter((each) => each.target === target)).map(toMention);
}

/** How many lines ask for a change. */
export function countAdvice(advice: readonly Advice[]): number {
  return advice.filter(({ severity }) => severity !== 'info').length;
}

function bySeverity(advice: readonly Advice[]): readonly Advice[] {
  return advice.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function toMention({ rule, target, severity, title }: Advice): AdviceMentionVM {
  return { key: `${rule} ${target}`, severity, title: toParts(title) };
}

function toLine(
  advice: Advice,
  exchanges: Pick<ReadonlyMap<string, Exchange>, 'get' | 'size'>,
): AdviceLineVM {
  const { rule, headline, explanation, actions, cost, probes = [], links } = advice;
  const shownBy = advice.exchanges.flatMap((id) => exchanges.get(id) ?? []);
  const [first] = shownBy;
  const alike = [...groupBy(shownBy, labelOf(shownBy))];
  const listed = alike.slice(0, MOST_EXCHANGES);
  const unlisted = alike.slice(MOST_EXCHANGES).reduce((sum, [, each]) => sum + each.length, 0);
  return {
    ...toMention(advice),
    extent: [
      words.count({ count: advice.exchanges.length }),
      ...(cost === undefined ? [] : [costOf(cost)]),
    ].join(' · '),
    headline: toParts(headline),
    explanation: toParts(explanation),
    sureness: toSureness(advice),
    actions: actions.map(({ id, data }) => toParts({ rule, key: `action-${id}`, data })),
    exchanges: listed.map(([label, [one, ...others]]) => ({
      id: one.id,
      label,
      times: others.length === 0 ? '' : words.times({ count: others.length + 1 }),
    })),
    more: unlisted > 0 ? words.more({ count: unlisted }) : '',
    probes: first === undefined || probes.length === 0 ? null : probeScript(first, probes),
    page: rulePage(rule),
    links,
  };
}

function costOf({ requests, milliseconds }: AdviceCost): string {
  return words.cost({ count: requests, time: duration(milliseconds) });
}

/** How requests are named; with their pages' origins where these differ. */
function labelOf(all: readonly Exchange[]): (exchange: Exchange) => string {
  const isOneOrigin = new Set(all.map(({ initiator }) => initiator)).size < 2;
  return ({ hops, initiator }) => {
    const { method, url } = hops.at(-1) ?? hops[0];
    const parsed = parseUrl(url);
    const request = `${method} ${parsed === null ? url : `${parsed.pathname}${parsed.search}`}`;
    const label = cut(request, MOST_CHARACTERS);
    return isOneOrigin ? label : words.askedBy({ request: label, origin: targetLabel(initiator) });
  };
}

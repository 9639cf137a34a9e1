import type { Evaluation, LocatedFault, Verdict } from '../../fetch/evaluation.ts';
import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import type { ResponseRef } from '../../model/fix.ts';
import { OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import { duration, sentencesInText } from '../language/formats.ts';
import { listStrings } from '../list-strings.ts';
import { strings } from '../strings.ts';
import { faultLabel } from './faults.ts';
import { targetLabel } from './row.ts';
import { durationOf, type HopSpans, type Span, spansOf } from './time-spans.ts';

/** A sequence diagram, without any geometry: lanes from left to right, messages from top to bottom. */
export interface DiagramVM {
  /** The page, the browser, then one lane for each origin, in the order of their first request. */
  readonly lanes: readonly string[];
  readonly messages: readonly DiagramMessage[];
}

export interface DiagramMessage {
  /** A lane; the same as `to` for a remark, which nobody sent. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'muted';
  /** Not really sent: answered from a cache, concluded, or an error that the browser made itself. */
  readonly dashed: boolean;
  /** The place where it broke is where this message ends. */
  readonly breaks: boolean;
}

const words = strings.diagram;

/** What is known of an exchange besides what it says itself. */
export interface Known {
  /** What was measured of a hop. */
  readonly spansAt: (hop: Hop) => HopSpans;
  /** Whether nobody has seen this answer. */
  readonly isAssumed: (answer: ResponseRef) => boolean;
}

const RECORDED: Known = { spansAt: spansOf, isAssumed: () => false };

const PAGE_LANE = 0;
const BROWSER_LANE = 1;
const FIRST_SERVER_LANE = 2;

/**
 * What happened between page, browser and servers, hop by hop. Of many redirects only the first and the last are shown, and
 * where it broke.
 *
 * @param known of an exchange that was recorded: what was measured of it, and nothing is assumed
 */
export function toDiagram(exchange: Exchange, evaluation: Evaluation, known: Known = RECORDED): DiagramVM {
  const { hops } = exchange;
  const shown = hops.map((_, index) => isShown(index, hops.length, evaluation.fault));
  const targets = [...new Set(hops.filter((_, index) => shown[index]).map((hop) => originOf(hop.url)))];
  const messages: DiagramMessage[] = [
    message(PAGE_LANE, BROWSER_LANE, asking(exchange)),
    ...hops.flatMap((hop, index) => {
      if (!shown[index]) return shown[index - 1] ? [leftOut(shown, index)] : [];
      const lane = FIRST_SERVER_LANE + targets.indexOf(originOf(hop.url));
      const isAssumed = (on: ResponseRef['on']) => known.isAssumed({ hop: index, on });
      return messagesOfHop(exchange, evaluation, { hop, index, lane, spans: known.spansAt(hop), isAssumed });
    }),
    ...resultForScript(exchange, evaluation.verdict),
  ];
  const page = exchange.initiator === OPAQUE_ORIGIN ? words.opaqueOrigin : targetLabel(exchange.initiator);
  return { lanes: [page, words.browser, ...targets.map(targetLabel)], messages };
}

function asking({ type, hops: [{ method }] }: Exchange): string {
  const what = type === 'xmlhttprequest' ? words.fetch : listStrings.types[type];
  return words.asks({ what, method });
}

/** More than that make a picture that nobody takes in. */
const MOST_HOPS = 4;

function isShown(index: number, count: number, fault: LocatedFault | null): boolean {
  return count <= MOST_HOPS || index === 0 || index >= count - 2 || index === fault?.hop;
}

/** In place of the hops from that one on that aren't shown. */
function leftOut(shown: readonly boolean[], from: number): DiagramMessage {
  const next = shown.indexOf(true, from);
  return { ...message(BROWSER_LANE, BROWSER_LANE, words.leftOut({ count: next - from })), tone: 'muted' };
}

/** The diagram in words, one sentence for each message. */
export function diagramSentences({ lanes, messages }: DiagramVM): readonly string[] {
  return messages.map(({ from, to, label, breaks }) => {
    if (from === to) return words.remark({ what: label });
    const sentence = words.sends({ from: lanes[from] ?? '', to: lanes[to] ?? '', what: label });
    return breaks ? sentencesInText([sentence, words.breaksHere]) : sentence;
  });
}

interface HopPlace {
  readonly hop: Hop;
  readonly index: number;
  readonly lane: number;
  readonly spans: HopSpans;
  readonly isAssumed: (on: ResponseRef['on']) => boolean;
}

function messagesOfHop(
  exchange: Exchange,
  evaluation: Evaluation,
  { hop, index, lane, spans, isAssumed }: HopPlace,
): readonly DiagramMessage[] {
  const fault = evaluation.fault?.hop === index ? evaluation.fault : null;
  const seen = preflightMessages(hop, fault, evaluation.preflights[index], lane, spans.preflight);
  const preflight = isAssumed('preflight')
    ? seen.map((each) => (each.from === lane ? assumed(each) : each))
    : seen;
  if (fault?.check.startsWith('preflight-')) return preflight;
  const isLast = index === exchange.hops.length - 1;
  const request = message(BROWSER_LANE, lane, `${hop.method} ${pathOf(hop.url)}`);
  if (hop.response === undefined && isLast && exchange.outcome.state === 'pending') {
    return [...preflight, request, { ...message(lane, BROWSER_LANE, words.stillWaiting), ...MUTED }];
  }
  const { response } = hop;
  const end = { fault, isLast, lane, verdict: evaluation.verdict, waiting: spans.waiting };
  const last = answer(response, end);
  return [...preflight, request, isAssumed('response') ? assumed(last) : last];
}

/** An answer that nobody has seen. */
function assumed(message: DiagramMessage): DiagramMessage {
  return { ...message, label: words.assumed({ what: message.label }), dashed: true };
}

function preflightMessages(
  hop: Hop,
  fault: LocatedFault | null,
  need: Evaluation['preflights'][number] | undefined,
  lane: number,
  took: Span | null,
): readonly DiagramMessage[] {
  const { preflight } = hop;
  if (preflight === undefined) {
    if (need?.needed !== 'yes' || need.seen === 'yes') return [];
    const label =
      need.seen === 'cached' ? words.preflightFromCache({ time: duration(0) }) : words.preflightNotSeen;
    return [{ ...message(BROWSER_LANE, lane, label), ...MUTED }];
  }
  const request = message(BROWSER_LANE, lane, `OPTIONS ${pathOf(hop.url)}`);
  const broken = fault?.check.startsWith('preflight-') ? fault : null;
  if (preflight.response === undefined) {
    return [
      request,
      noAnswer(broken ? faultLabel(broken) : (preflight.error ?? words.noAnswer), lane, broken),
    ];
  }
  const text = broken ? faultLabel(broken) : words.preflightPassed;
  return [
    request,
    {
      ...message(lane, BROWSER_LANE, labelOf(preflight.response.status, text, took)),
      tone: broken ? 'bad' : 'good',
      breaks: broken !== null,
    },
  ];
}

interface AnswerPlace {
  readonly fault: LocatedFault | null;
  readonly isLast: boolean;
  readonly lane: number;
  readonly verdict: Verdict;
  /** How long the browser waited for it. */
  readonly waiting: Span | null;
}

function answer(
  response: HttpResponse | undefined,
  { fault, isLast, lane, verdict, waiting }: AnswerPlace,
): DiagramMessage {
  if (response === undefined) {
    return noAnswer(fault ? faultLabel(fault) : words.noAnswer, lane, fault);
  }
  const plainWords = response.fromCache ? words.fromCache : isLast ? '' : words.redirects;
  const good = isLast && verdict === 'allowed';
  return {
    ...message(lane, BROWSER_LANE, labelOf(response.status, fault ? faultLabel(fault) : plainWords, waiting)),
    tone: fault ? 'bad' : good ? 'good' : 'plain',
    breaks: fault !== null,
  };
}

const NO_BREAK_SPACE = '\u00a0';

/** `204 · preflight passed · 14 ms` */
function labelOf(status: number, what: string, took: Span | null): string {
  // A number and its unit stay on one line.
  const time = took === null ? '' : durationOf(took).replaceAll(' ', NO_BREAK_SPACE);
  return [String(status), what, time].filter(Boolean).join(' · ');
}

/** Nothing came back: it broke on the way to the server, which the arrow's end shows. */
function noAnswer(label: string, lane: number, fault: LocatedFault | null): DiagramMessage {
  return {
    ...message(lane, BROWSER_LANE, label),
    tone: fault ? 'bad' : 'muted',
    dashed: true,
    breaks: fault !== null,
  };
}

function resultForScript(exchange: Exchange, verdict: Verdict): readonly DiagramMessage[] {
  const back = (label: string) => message(BROWSER_LANE, PAGE_LANE, label);
  switch (verdict) {
    case 'allowed':
      return [{ ...back(words.responseReadable), tone: 'good' }];
    case 'opaque':
      return [{ ...back(words.responseOpaque), tone: 'muted' }];
    case 'blocked':
    case 'failed':
      return [{ ...back(errorFor(exchange)), tone: 'bad', dashed: true }];
    case 'pending':
    case 'unknown':
      return [];
  }
}

/** What script is told: for fetch and XMLHttpRequest always the same, whatever went wrong. */
function errorFor(exchange: Exchange): string {
  if (exchange.type !== 'xmlhttprequest') return words.loadError;
  return exchange.observedIn.engine === 'firefox' ? 'TypeError: NetworkError' : 'TypeError: Failed to fetch';
}

const MUTED = { tone: 'muted', dashed: true } as const;

function message(from: number, to: number, label: string): DiagramMessage {
  return { from, to, label, tone: 'plain', dashed: false, breaks: false };
}

function pathOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed === null ? url : `${parsed.pathname}${parsed.search}`;
}

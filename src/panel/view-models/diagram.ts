import type { Evaluation, LocatedFault, Verdict } from '../../fetch/evaluation.ts';
import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import { strings } from '../strings.ts';
import { faultLabel } from './faults.ts';
import { targetLabel } from './row.ts';

/** A sequence diagram, without any geometry: lanes from left to right, messages from top to bottom. */
export interface DiagramVM {
  /** The page, the browser, then one lane for each origin, in the order of their first request. */
  readonly lanes: readonly string[];
  readonly messages: readonly DiagramMessage[];
}

export interface DiagramMessage {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'muted';
  /** Not really sent: answered from a cache, concluded, or an error that the browser made itself. */
  readonly dashed: boolean;
  /** The place where it broke is where this message ends. */
  readonly breaks: boolean;
}

const PAGE_LANE = 0;
const BROWSER_LANE = 1;
const FIRST_SERVER_LANE = 2;

/** What happened between page, browser and servers, hop by hop. */
export function toDiagram(exchange: Exchange, evaluation: Evaluation): DiagramVM {
  const targets = [...new Set(exchange.hops.map((hop) => originOf(hop.url)))];
  const [first] = exchange.hops;
  const ask = strings.diagram.asks[exchange.type] ?? exchange.type;
  const messages: DiagramMessage[] = [
    message(PAGE_LANE, BROWSER_LANE, `${ask} ${first.method}`),
    ...exchange.hops.flatMap((hop, index) => {
      const lane = FIRST_SERVER_LANE + targets.indexOf(originOf(hop.url));
      return messagesOfHop(exchange, evaluation, { hop, index, lane });
    }),
    ...resultForScript(exchange, evaluation.verdict),
  ];
  const page =
    exchange.initiator === OPAQUE_ORIGIN ? strings.diagram.opaqueOrigin : targetLabel(exchange.initiator);
  return { lanes: [page, strings.diagram.browser, ...targets.map(targetLabel)], messages };
}

/** The diagram in words, one sentence for each message. */
export function diagramSentences({ lanes, messages }: DiagramVM): readonly string[] {
  return messages.map(({ from, to, label, breaks }) => {
    const sentence = `${lanes[from]} to ${lanes[to]}: ${label}.`;
    return breaks ? `${sentence} ${strings.diagram.breaksHere}.` : sentence;
  });
}

interface HopPlace {
  readonly hop: Hop;
  readonly index: number;
  readonly lane: number;
}

function messagesOfHop(
  exchange: Exchange,
  evaluation: Evaluation,
  { hop, index, lane }: HopPlace,
): readonly DiagramMessage[] {
  const fault = evaluation.fault?.hop === index ? evaluation.fault : null;
  const preflight = preflightMessages(hop, fault, evaluation.preflights[index], lane);
  if (fault?.check.startsWith('preflight-')) return preflight;
  const isLast = index === exchange.hops.length - 1;
  const request = message(BROWSER_LANE, lane, `${hop.method} ${pathOf(hop.url)}`);
  if (hop.response === undefined && isLast && exchange.outcome.state === 'pending') {
    return [
      ...preflight,
      request,
      { ...message(lane, BROWSER_LANE, strings.diagram.stillWaiting), ...MUTED },
    ];
  }
  return [...preflight, request, answer(hop.response, fault, isLast, lane, evaluation.verdict)];
}

function preflightMessages(
  hop: Hop,
  fault: LocatedFault | null,
  need: Evaluation['preflights'][number] | undefined,
  lane: number,
): readonly DiagramMessage[] {
  const { preflight } = hop;
  if (preflight === undefined) {
    if (need?.needed !== 'yes' || need.seen === 'yes') return [];
    const label =
      need.seen === 'cached' ? strings.diagram.preflightFromCache : strings.diagram.preflightNotSeen;
    return [{ ...message(BROWSER_LANE, lane, label), ...MUTED }];
  }
  const request = message(BROWSER_LANE, lane, `OPTIONS ${pathOf(hop.url)}`);
  const broken = fault?.check.startsWith('preflight-') ? fault : null;
  if (preflight.response === undefined) {
    return [
      request,
      noAnswer(broken ? faultLabel(broken) : (preflight.error ?? strings.diagram.noAnswer), lane, broken),
    ];
  }
  const text = broken ? faultLabel(broken) : strings.diagram.preflightPassed;
  return [
    request,
    {
      ...message(lane, BROWSER_LANE, `${preflight.response.status} · ${text}`),
      tone: broken ? 'bad' : 'good',
      breaks: broken !== null,
    },
  ];
}

function answer(
  response: HttpResponse | undefined,
  fault: LocatedFault | null,
  isLast: boolean,
  lane: number,
  verdict: Verdict,
): DiagramMessage {
  if (response === undefined) {
    return noAnswer(fault ? faultLabel(fault) : strings.diagram.noAnswer, lane, fault);
  }
  const plainWords = response.fromCache ? strings.diagram.fromCache : isLast ? '' : strings.diagram.redirects;
  const words = fault ? faultLabel(fault) : plainWords;
  const label = [String(response.status), words].filter(Boolean).join(' · ');
  const good = isLast && verdict === 'allowed';
  return {
    ...message(lane, BROWSER_LANE, label),
    tone: fault ? 'bad' : good ? 'good' : 'plain',
    breaks: fault !== null,
  };
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
      return [{ ...back(strings.diagram.responseReadable), tone: 'good' }];
    case 'opaque':
      return [{ ...back(strings.diagram.responseOpaque), tone: 'muted' }];
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
  if (exchange.type !== 'xmlhttprequest') return strings.diagram.loadError;
  return exchange.observedIn.engine === 'firefox'
    ? strings.diagram.networkErrorFirefox
    : strings.diagram.networkErrorChromium;
}

const MUTED = { tone: 'muted', dashed: true } as const;

function message(from: number, to: number, label: string): DiagramMessage {
  return { from, to, label, tone: 'plain', dashed: false, breaks: false };
}

function pathOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed === null ? url : `${parsed.pathname}${parsed.search}`;
}

import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { getHeader, type HeaderList } from '../../model/header-list.ts';
import { OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import type { DiagnosisSummary, FindingSummary } from '../report.ts';
import { isCorsHeader } from '../response-headers.ts';

/** What happened, without any geometry: who took part, and who sent what to whom. */
export interface Sequence {
  /** The page, the browser, then one for each origin, in the order of their first request. */
  readonly lanes: readonly string[];
  readonly messages: readonly SequenceMessage[];
}

export interface SequenceMessage {
  /** A lane; the same as `to` for a remark, which nobody sent. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** The header lines that matter to CORS, or that there are none. */
  readonly lines: readonly string[];
  readonly tone: 'plain' | 'good' | 'bad';
  /** Not really sent: an error that the browser made itself, or an answer that never came. */
  readonly dashed: boolean;
  /** It broke where this message ends. */
  readonly breaks: boolean;
}

const PAGE = 0;
const BROWSER = 1;
const FIRST_SERVER = 2;
/** More than that make a picture that nobody takes in. */
const MOST_HOPS = 4;
const MOST_LINES = 8;

/** What was sent between page, browser and servers, hop by hop. Of many redirects only the first and the last are in it. */
export function toSequence(
  exchange: Exchange,
  { verdict }: Pick<DiagnosisSummary, 'verdict'>,
  cause: FindingSummary | null,
): Sequence {
  const { hops } = exchange;
  const broken = verdict === 'blocked' || verdict === 'failed' ? (cause?.at ?? null) : null;
  const isShown = (index: number) =>
    hops.length <= MOST_HOPS || index === 0 || index >= hops.length - 2 || index === broken?.hop;
  const origins = [...new Set(hops.filter((_, index) => isShown(index)).map(({ url }) => originOf(url)))];
  const messages: SequenceMessage[] = [
    message(
      PAGE,
      BROWSER,
      `${exchange.type === 'xmlhttprequest' ? 'fetch' : exchange.type} ${hops[0].method}`,
    ),
  ];
  let leftOut = 0;
  hops.forEach((hop, index) => {
    if (!isShown(index)) {
      leftOut += 1;
      return;
    }
    if (leftOut > 0) messages.push(message(BROWSER, BROWSER, `${leftOut} more redirects pass`));
    leftOut = 0;
    messages.push(
      ...messagesOfHop(exchange, hop, {
        lane: FIRST_SERVER + origins.indexOf(originOf(hop.url)),
        breaksOn: broken?.hop === index ? broken.on : null,
        isLast: index === hops.length - 1,
        isAllowed: verdict === 'allowed',
      }),
    );
  });
  const page = exchange.initiator === OPAQUE_ORIGIN ? 'null origin' : exchange.initiator;
  return {
    lanes: [
      `Page: ${page}`,
      'Browser',
      ...origins.map((origin) => (origin === OPAQUE_ORIGIN ? 'Server' : origin)),
    ],
    messages: [...messages, ...resultForScript(exchange, verdict)],
  };
}

interface HopPlace {
  readonly lane: number;
  readonly breaksOn: FindingSummary['at']['on'] | null;
  readonly isLast: boolean;
  readonly isAllowed: boolean;
}

function messagesOfHop(exchange: Exchange, hop: Hop, place: HopPlace): readonly SequenceMessage[] {
  const { lane, breaksOn, isLast } = place;
  const preflight = preflightMessages(hop, place);
  const neverSent = hop.request === undefined && hop.response === undefined;
  if (breaksOn === 'preflight' || (preflight.length > 0 && neverSent)) return preflight;
  const origin = hop.request === undefined ? null : getHeader(hop.request.headers, 'Origin');
  const request = {
    ...message(BROWSER, lane, `${hop.method} ${pathOf(hop.url)}`),
    lines: origin === null ? [] : [`Origin: ${origin}`],
  };
  if (hop.response !== undefined) {
    const answer = answerMessage(hop.response, lane, breaksOn !== null, isLast && place.isAllowed);
    return [...preflight, request, answer];
  }
  const { outcome } = exchange;
  const isPending = isLast && outcome.state === 'pending';
  const error = isLast && outcome.state === 'error' && outcome.error !== '' ? outcome.error : 'no answer';
  return [
    ...preflight,
    request,
    noAnswer(lane, isPending ? 'waiting for the answer' : error, breaksOn !== null),
  ];
}

function preflightMessages(hop: Hop, { lane, breaksOn }: HopPlace): readonly SequenceMessage[] {
  const { preflight } = hop;
  if (preflight === undefined) return [];
  const { request, response, error = '' } = preflight;
  const asked = request.headers.filter(([name]) => isAskedWith(name.toLowerCase()));
  const breaks = breaksOn === 'preflight';
  return [
    { ...message(BROWSER, lane, `OPTIONS ${pathOf(hop.url)} (preflight)`), lines: linesOf(asked) },
    response === undefined
      ? noAnswer(lane, error === '' ? 'no answer' : error, breaks)
      : answerMessage(
          response,
          lane,
          breaks,
          !breaks && (hop.request !== undefined || hop.response !== undefined),
        ),
  ];
}

function isAskedWith(name: string): boolean {
  return name === 'origin' || name.startsWith('access-control-request-');
}

function answerMessage(
  { status, statusText = '', headers, fromCache }: HttpResponse,
  lane: number,
  breaks: boolean,
  isGood: boolean,
): SequenceMessage {
  const shown = headers.filter(([name]) => isCorsHeader(name) || name.toLowerCase() === 'location');
  const hasCors = shown.some(([name]) => name.toLowerCase().startsWith('access-control-'));
  return {
    ...message(
      lane,
      BROWSER,
      [String(status), statusText, fromCache ? '(from cache)' : ''].filter(Boolean).join(' '),
    ),
    lines: [...linesOf(shown), ...(hasCors ? [] : ['no Access-Control-… header'])],
    tone: breaks ? 'bad' : isGood ? 'good' : 'plain',
    breaks,
  };
}

function noAnswer(lane: number, label: string, breaks: boolean): SequenceMessage {
  return { ...message(lane, BROWSER, label), tone: breaks ? 'bad' : 'plain', dashed: true, breaks };
}

function resultForScript(
  exchange: Exchange,
  verdict: DiagnosisSummary['verdict'],
): readonly SequenceMessage[] {
  switch (verdict) {
    case 'allowed':
      return [{ ...message(BROWSER, PAGE, 'readable response'), tone: 'good' }];
    case 'opaque':
      return [message(BROWSER, PAGE, 'opaque response')];
    case 'blocked':
    case 'failed':
      return [{ ...message(BROWSER, PAGE, errorFor(exchange)), tone: 'bad', dashed: true }];
    case 'pending':
    case 'unknown':
      return [];
  }
}

/** What script is told: for fetch and XMLHttpRequest always the same, whatever went wrong. */
function errorFor({ type, observedIn }: Exchange): string {
  if (type !== 'xmlhttprequest') return 'error event, nothing loaded';
  return observedIn.engine === 'firefox' ? 'TypeError: NetworkError' : 'TypeError: Failed to fetch';
}

function linesOf(headers: HeaderList): readonly string[] {
  const lines = headers.slice(0, MOST_LINES).map(([name, value]) => `${name}: ${value}`);
  return headers.length > MOST_LINES ? [...lines, `(and ${headers.length - MOST_LINES} more)`] : lines;
}

function message(from: number, to: number, label: string): SequenceMessage {
  return { from, to, label, lines: [], tone: 'plain', dashed: false, breaks: false };
}

function pathOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed === null ? url : `${parsed.pathname}${parsed.search}`;
}

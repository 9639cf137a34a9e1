import { ENGINES } from '../../fetch/engines.ts';
import type { Evaluation, PreflightNeed, PreflightReason } from '../../fetch/evaluation.ts';
import { taintingOfHops } from '../../fetch/request-tainting.ts';
import { settleMode } from '../../fetch/settle-mode.ts';
import type { Exchange, Hop } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { intendedHeaders } from '../../model/intended-headers.ts';
import type { KeptAnswer, Message, PreflightExplanation } from '../diagnosis.ts';
import { displayUrl } from '../display-url.ts';
import type { Case } from '../fault-context.ts';
import { preflightPassed } from './cache-events.ts';
import { CACHING_ADVICE, explainCaching } from './explain-caching.ts';
import { explainReasons } from './explain-reasons.ts';
import { keptAnswersFor, type RecordedCache } from './preflight-history.ts';
import { preflightMessage } from './preflight-message.ts';

/** Of each hop to which the CORS protocol applies: why it needed a preflight and what would avoid it, or why none was seen. */
export function explainPreflights({ exchange, evaluation, history }: Case): readonly PreflightExplanation[] {
  if (settleMode(exchange).mode.value !== 'cors') return [];
  const taintings = taintingOfHops(exchange);
  return exchange.hops.flatMap((hop, index): readonly PreflightExplanation[] => {
    const need = evaluation.preflights[index];
    if (need === undefined || taintings[index]?.cors !== true) return [];
    const because = need.needed === 'yes' ? need.because : [];
    const kept = keptAnswersFor(exchange, index, because, evaluation.credentials, history);
    return [explain(exchange, evaluation, hop, index, need, kept)];
  });
}

function explain(
  exchange: Exchange,
  evaluation: Evaluation,
  hop: Hop,
  index: number,
  need: PreflightNeed,
  kept: RecordedCache | null,
): PreflightExplanation {
  const nothing = { hop: index, reasons: [], caching: [], keptAnswers: [] };
  if (need.needed === 'no') {
    // Nothing shows an upload listener but the preflight that it causes.
    const key = hop.method === 'POST' && kept !== null ? 'not-needed-unless-upload' : 'not-needed';
    return { ...nothing, state: 'not-needed', summary: preflightMessage(key, { method: hop.method }) };
  }
  if (need.needed === 'unknown') {
    const key = hop.request === undefined ? 'unknown-request' : 'unknown-authorization';
    return { ...nothing, state: 'unknown', summary: preflightMessage(key) };
  }
  const needed = { ...nothing, reasons: explainReasons(need.because, hop) };
  if (need.seen === 'yes') {
    const summary = isAfterRedirect(hop, index)
      ? preflightMessage('sent-after-redirect')
      : kept === null
        ? explainSent(need.because, hop)
        : preflightMessage('sent-although-kept');
    return {
      ...needed,
      state: 'sent',
      summary,
      caching: preflightPassed(evaluation, index)
        ? explainCaching(hop, need.because, evaluation.credentials, ENGINES[exchange.observedIn.engine])
        : [CACHING_ADVICE],
    };
  }
  if (kept !== null) {
    return { ...needed, state: 'kept', summary: preflightMessage('kept'), keptAnswers: answersIn(kept) };
  }
  if (need.seen === 'cached')
    return { ...needed, state: 'kept', summary: preflightMessage('kept-unrecorded') };
  const key = exchange.outcome.state === 'pending' ? 'not-seen-yet' : 'not-seen';
  return { ...needed, state: 'not-seen', summary: preflightMessage(key) };
}

/** What made the preflight necessary, in one sentence: the method and headers as the request has them. */
function explainSent(because: readonly PreflightReason[], hop: Hop): Message {
  const causes = because.flatMap((reason) => {
    if (reason.why === 'upload-listener-or-stream') return [];
    return [reason.why === 'method' ? reason.method : headerOf(reason.name, hop)];
  });
  return causes.length === 0
    ? preflightMessage('sent-upload')
    : preflightMessage('sent', { causes: causes.join(', ') });
}

/** Only the value of `Content-Type` decides; of the others it is the name. */
function headerOf(name: string, hop: Hop): string {
  const value = name === 'content-type' ? getHeader(intendedHeaders(hop), name) : null;
  return value === null ? name : `${name}: ${value}`;
}

/** A preflight that asks for nothing: what made one necessary was dropped by the redirect. */
function isAfterRedirect({ preflight, method }: Hop, index: number): boolean {
  if (index === 0 || preflight === undefined) return false;
  const asksForHeaders = getHeader(preflight.request.headers, 'Access-Control-Request-Headers');
  return asksForHeaders === null && (method === 'GET' || method === 'HEAD');
}

/** The preflights whose answers were used, each once, the oldest first. */
function answersIn(kept: RecordedCache): readonly KeptAnswer[] {
  const byHop = new Map<Hop, KeptAnswer>();
  for (const { filledBy, expiresAt } of kept) {
    const { exchange, hop, answer } = filledBy;
    const until = Math.min(expiresAt, byHop.get(hop)?.until ?? Number.POSITIVE_INFINITY);
    const message = preflightMessage('kept-by', { method: hop.method, url: displayUrl(hop.url) });
    byHop.set(hop, { exchange: exchange.id, message, from: answer.receivedAt, until });
  }
  return [...byHop.values()].sort((a, b) => a.from - b.from);
}

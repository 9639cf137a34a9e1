import { isCorsSafelistedMethod } from '../../fetch/cors-safelisted-method.ts';
import { ENGINES } from '../../fetch/engines.ts';
import type { Evaluation, Fault, PreflightReason, Step, StepEvidence } from '../../fetch/evaluation.ts';
import { conditionsOfWildcard } from '../../fetch/exposed-headers.ts';
import { extractHeaderListValues } from '../../fetch/extract-header-list-values.ts';
import { trimHttpWhitespace } from '../../fetch/http-whitespace.ts';
import { settleMode } from '../../fetch/settle-mode.ts';
import { assertNever } from '../../model/assert-never.ts';
import { readableValue } from '../../model/decode-utf8.ts';
import type { Exchange } from '../../model/exchange.ts';
import { OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import type { Message } from '../diagnosis.ts';
import { proofMessage as say } from './proof-message.ts';

/** What a step is explained from: the exchange and what the observing engine made of it. */
interface Observed {
  readonly exchange: Exchange;
  readonly evaluation: Evaluation;
}

/**
 * A step of the proof in words: what was compared with what, and what came of it. Pieces of one text, in order; of a
 * step that is unknown or does not apply, its subject and the reason.
 */
export function explainStep(step: Step, observed: Observed): readonly Message[] {
  if (step.outcome === 'pass') return explainPass(step, observed);
  if (step.outcome === 'fail' && step.fault !== undefined) return [explainFault(step.fault)];
  const subject = say(`subject-${step.check}`);
  return step.reason === undefined ? [subject] : [subject, say(`reason-${step.reason}`)];
}

function explainPass(step: Step, observed: Observed): readonly Message[] {
  const { check } = step;
  const status = lineOf(step, ':status');
  switch (check) {
    case 'cross-origin':
      return [explainCrossOrigin(step, observed)];
    case 'mode':
      return [explainMode(observed)];
    case 'redirect-taint':
      return [
        say('redirect-taint-pass', {
          from: originAt(observed.exchange, step.hop - 1),
          target: originAt(observed.exchange, step.hop),
        }),
      ];
    case 'preflight-need':
      return [say('preflight-need-pass'), ...explainNeed(observed.evaluation, step.hop)];
    case 'preflight-answered':
    case 'preflight-redirect':
    case 'preflight-status':
      return [say(`${check}-pass`, { status })];
    case 'answered':
      return [say('answered-pass', { status })];
    case 'allow-origin':
    case 'preflight-allow-origin': {
      const value = trimHttpWhitespace(lineOf(step, 'access-control-allow-origin'));
      return [value === '*' ? say(`${check}-pass-wildcard`) : say(`${check}-pass-match`, { value })];
    }
    case 'allow-credentials':
    case 'preflight-allow-credentials':
      return [say(`${check}-pass`)];
    case 'preflight-allow-methods-syntax':
    case 'preflight-allow-headers-syntax':
      return [say(step.evidence.some(isThere) ? `${check}-pass` : `${check}-pass-missing`)];
    case 'preflight-method':
      return [explainAllowedMethod(step)];
    case 'preflight-headers':
      return [explainAllowedHeaders(step)];
    case 'redirect-location':
      return [say('redirect-location-pass', { location: lineOf(step, 'location') })];
    case 'exposed-headers':
      return [explainExposed(step, observed.evaluation)];
    default:
      return assertNever(check);
  }
}

function explainFault(fault: Fault): Message {
  switch (fault.check) {
    case 'allow-origin':
    case 'preflight-allow-origin': {
      const { problem, value, origin: sent } = fault;
      if (problem === 'missing' || problem === 'wildcard-with-credentials')
        return say(`${fault.check}-fail-${problem}`, { sent });
      if (value === null || trimHttpWhitespace(value) === '')
        return say(`${fault.check}-fail-empty`, { sent });
      return say(`${fault.check}-fail-${problem}`, { value: readableValue(value), sent });
    }
    case 'allow-credentials':
    case 'preflight-allow-credentials': {
      const { value } = fault;
      if (value === null) return say(`${fault.check}-fail-missing`);
      if (value === '') return say(`${fault.check}-fail-empty`);
      return say(`${fault.check}-fail-value`, { value });
    }
    case 'preflight-status':
      return say('preflight-status-fail', { status: String(fault.status) });
    case 'preflight-redirect':
      return say('preflight-redirect-fail', { status: String(fault.status), location: fault.location ?? '' });
    case 'preflight-allow-methods-syntax':
    case 'preflight-allow-headers-syntax':
      return say(`${fault.check}-fail`, { value: fault.value });
    case 'preflight-method': {
      const requested = fault.method;
      if (fault.allowed.length === 0) return say('preflight-method-fail-missing', { requested });
      if (fault.allowed.includes('*')) return say('preflight-method-fail-wildcard', { requested });
      return say('preflight-method-fail-listed', { requested, allowed: fault.allowed.join(', ') });
    }
    case 'preflight-headers': {
      const headers = fault.missing.join(', ');
      if (fault.allowed.length === 0) return say('preflight-headers-fail-missing', { headers });
      if (fault.allowed.includes('*')) return say('preflight-headers-fail-wildcard', { headers });
      return say('preflight-headers-fail-listed', { headers, allowed: fault.allowed.join(', ') });
    }
    case 'redirect-location':
      return say(`redirect-location-fail-${fault.problem}`, { location: fault.location });
    case 'answered':
    case 'preflight-answered':
      return fault.error === ''
        ? say(`${fault.check}-fail-silent`)
        : say(`${fault.check}-fail`, { error: fault.error });
    default:
      return assertNever(fault);
  }
}

function explainCrossOrigin({ hop }: Step, { exchange }: Observed): Message {
  const origin = exchange.initiator;
  const target = originAt(exchange, hop);
  if (origin === OPAQUE_ORIGIN) return say('cross-origin-pass-opaque', { target });
  if (origin === target) return say('cross-origin-pass-after-redirect', { origin });
  return say('cross-origin-pass-other', { origin, target });
}

function explainMode({ exchange }: Observed): Message {
  const { mode } = settleMode(exchange);
  const evidence = mode.value === 'unknown' ? 'request-type' : mode.evidence;
  switch (evidence) {
    case 'sec-fetch-mode':
    case 'origin-header':
    case 'preflight-seen':
    case 'request-type':
      return say(`mode-pass-${evidence}`);
    default:
      return say('mode-pass-stated');
  }
}

/** The reasons for a preflight, those about headers of one kind together. */
function explainNeed({ preflights }: Evaluation, hop: number): readonly Message[] {
  const need = preflights[hop];
  if (need?.needed !== 'yes') return [];
  const messages: Message[] = [];
  for (const reason of need.because) {
    if (reason.why === 'method') messages.push(say('because-method', { requested: reason.method }));
    if (reason.why === 'upload-listener-or-stream') messages.push(say('because-upload-listener-or-stream'));
  }
  for (const detail of ['name', 'value', 'too-long', 'total-too-long'] as const) {
    const headers = need.because.filter(isHeader).filter((reason) => reason.detail === detail);
    if (headers.length === 0) continue;
    messages.push(say(`because-header-${detail}`, { headers: headers.map(({ name }) => name).join(', ') }));
  }
  return messages;
}

function isHeader(reason: PreflightReason): reason is Extract<PreflightReason, { why: 'header' }> {
  return reason.why === 'header';
}

function explainAllowedMethod(step: Step): Message {
  const requested = lineOf(step, 'access-control-request-method');
  if (isCorsSafelistedMethod(requested)) return say('preflight-method-pass-safelisted', { requested });
  const isListed = listOf(step, 'access-control-allow-methods').includes(requested);
  return say(isListed ? 'preflight-method-pass-listed' : 'preflight-method-pass-wildcard', { requested });
}

function explainAllowedHeaders(step: Step): Message {
  if (listOf(step, 'access-control-request-headers').length === 0) return say('preflight-headers-pass-none');
  const isWildcard = listOf(step, 'access-control-allow-headers').includes('*');
  return say(isWildcard ? 'preflight-headers-pass-wildcard' : 'preflight-headers-pass-listed');
}

function explainExposed(step: Step, { credentials, engine }: Evaluation): Message {
  const exposed = extractHeaderListValues(linesOf(step, 'access-control-expose-headers'));
  const conditions = conditionsOfWildcard(exposed, credentials.value, ENGINES[engine]);
  if (!exposed.ok) {
    const value = exposed.invalid;
    return say(conditions === null ? 'exposed-headers-pass-invalid' : 'exposed-headers-pass-invalid-later', {
      value,
    });
  }
  if (exposed.values.length === 0) return say('exposed-headers-pass-none');
  if (conditions === null) return say('exposed-headers-pass-listed', { value: exposed.values.join(', ') });
  const isCertain = conditions.length === 0;
  return say(isCertain ? 'exposed-headers-pass-wildcard' : 'exposed-headers-pass-wildcard-perhaps');
}

function originAt({ hops }: Exchange, index: number): string {
  return originOf((hops[index] ?? hops[0]).url);
}

function linesOf({ evidence }: Step, name: string): readonly string[] {
  return evidence.find((each) => each.name === name)?.lines ?? [];
}

/** The only line of that name that the check looked at. */
function lineOf(step: Step, name: string): string {
  return linesOf(step, name)[0] ?? '';
}

/** The items of a list that the check looked at; none if it isn't one. */
function listOf(step: Step, name: string): readonly string[] {
  const list = extractHeaderListValues(linesOf(step, name));
  return list.ok ? list.values : [];
}

function isThere({ lines }: StepEvidence): boolean {
  return lines.length > 0;
}

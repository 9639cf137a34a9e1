import type { PreflightReason } from '../../fetch/evaluation.ts';
import type { Hop } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { intendedHeaders } from '../../model/intended-headers.ts';
import type { Message, PreflightReasonExplanation } from '../diagnosis.ts';
import { type HeaderOrigin, headerOrigin } from '../request-header-origin.ts';
import { preflightMessage } from './preflight-message.ts';

/** Reasons that are told by one pair of texts, `why-…` and `avoid-…`. */
type ReasonKind =
  | 'method'
  | 'header'
  | 'authorization'
  | 'library'
  | 'tracing'
  | 'response-header'
  | 'range'
  | 'value'
  | 'too-long'
  | 'total-too-long'
  | 'upload-listener-or-stream';

/** What made a preflight necessary, each with what would avoid it. Headers of one kind are told together. */
export function explainReasons(
  because: readonly PreflightReason[],
  hop: Hop,
): readonly PreflightReasonExplanation[] {
  const told = new Map<string, PreflightReasonExplanation>();
  for (const reason of because) {
    const { why, avoid } = explainReason(reason, hop);
    const { headers, header = '' } = why.data;
    const key = `${why.key} ${header}`;
    const before = told.get(key)?.why.data['headers'];
    const data =
      before === undefined || headers === undefined ? why.data : { headers: `${before}, ${headers}` };
    told.set(key, { why: { ...why, data }, avoid });
  }
  return [...told.values()];
}

function explainReason(reason: PreflightReason, hop: Hop): PreflightReasonExplanation {
  if (reason.why === 'method') return pair('method', { method: reason.method });
  if (reason.why === 'upload-listener-or-stream') return pair(reason.why);
  const { name, detail } = reason;
  const value = getHeader(intendedHeaders(hop), name);
  if (detail === 'too-long') return pair(detail, { header: name, length: String(value?.length ?? 0) });
  if (detail === 'total-too-long') return pair(detail, { headers: name });
  if (detail === 'value') return explainValue(name, value, hop.method);
  const kind = KINDS[headerOrigin(name)];
  return pair(kind, kind === 'authorization' ? {} : { headers: name });
}

function explainValue(name: string, value: string | null, method: string): PreflightReasonExplanation {
  if (name === 'content-type') return explainContentType(value, method);
  return name === 'range' && value !== null ? pair('range', { value }) : pair('value', { headers: name });
}

function pair(kind: ReasonKind, data: Message['data'] = {}): PreflightReasonExplanation {
  return { why: preflightMessage(`why-${kind}`, data), avoid: preflightMessage(`avoid-${kind}`) };
}

function explainContentType(value: string | null, method: string): PreflightReasonExplanation {
  const hasNoBody = method === 'GET' || method === 'HEAD';
  return {
    why:
      value === null
        ? preflightMessage('why-content-type-unseen')
        : preflightMessage('why-content-type', { value }),
    avoid: hasNoBody
      ? preflightMessage('avoid-content-type-without-body', { method })
      : preflightMessage('avoid-content-type'),
  };
}

const KINDS: Readonly<Record<HeaderOrigin, ReasonKind>> = {
  'content-type': 'header',
  authorization: 'authorization',
  tracing: 'tracing',
  library: 'library',
  'response-header': 'response-header',
  own: 'header',
};

import type { PreflightReason } from '../../fetch/evaluation.ts';
import type { Hop } from '../../model/exchange.ts';
import type { Action } from '../../model/fix.ts';
import { getHeader } from '../../model/header-list.ts';
import { intendedHeaders } from '../../model/intended-headers.ts';
import { mdn } from '../links.ts';
import { headerOrigin } from '../request-header-origin.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { costOf, type MeasuredPreflight } from './measured-preflights.ts';

/** Of fewer, what can't well be avoided isn't worth a line. */
const MANY = 10;

const COST = 'Preflights because of it: {requests}, {time} in all.';

/** Requests that would be simple ones without something that they rarely need. */
export const avoidablePreflight: AdviceRule = {
  id: 'avoidable-preflight',
  topic: 'speed',
  words: {
    title: 'Avoidable preflights',
    'title-json': 'JSON is what needs preflights',
    headline: 'Preflights to `{host}` that nothing but `{because}` made necessary: {avoidable} of {all}.',
    'headline-json':
      'Preflights to `{host}` that nothing but `Content-Type: application/json` made necessary: {avoidable} of {all}.',
    explanation:
      'A request that a plain form or link could make as well needs no preflight, and so saves a trip to the server each time.',
    'explanation-json':
      'With a type that a form can send, such as `text/plain`, there would be none. JSON is worth its preflight all the same: the server takes the body for what it is, and pages of strangers can’t send it without asking. Let browsers keep the answer instead.',
    evidence: 'Apart from `{because}`, these requests had nothing that needs a preflight.',
    'evidence-unsure':
      'Apart from `{because}`, these requests had nothing that needs a preflight; whether the server needs it can’t be seen from outside.',
    'evidence-json': 'Apart from the type of their body, these requests had nothing that needs a preflight.',
    'action-leave-out-content-type': `Leave \`Content-Type\` out of \`GET\` and \`HEAD\` requests: they have no body for it to describe. ${COST}`,
    'action-leave-out-requested-with': `Leave out \`X-Requested-With\`, which some libraries add and few servers read. Make sure that yours doesn’t take it for a defence against cross-site request forgery. ${COST}`,
    'action-leave-out-caching-headers': `Leave out \`{headers}\`: \`cache: "no-store"\` of \`fetch\`, or a response with \`Cache-Control: no-store\`, does the same. ${COST}`,
    'action-leave-out-response-headers': `Leave out \`{headers}\`: in a request it allows nothing. ${COST}`,
    'action-leave-out-upload-listener': `If nobody watches the progress of the upload, remove the listeners on \`xhr.upload\`; if the body is a stream, send a \`Blob\`. ${COST}`,
  },
  links: [mdn('Simple requests', 'HTTP/Guides/CORS#simple_requests')],
  find({ preflights }): AdviceFound | null {
    const passed = preflights.filter((each) => each.passed);
    const avoidable = passed.flatMap(toAvoidable);
    const removable = avoidable.filter(({ kinds }) => !kinds.has('json'));
    const all = String(passed.length);
    if (removable.length > 0) {
      const kinds = new Set(removable.flatMap((each) => [...each.kinds]));
      const unsure = [...kinds].some((kind) => UNSURE.has(kind));
      return {
        data: { because: namesIn(removable).join(', '), avoidable: String(removable.length), all },
        severity: 'low',
        confidence: unsure ? 'likely' : 'certain',
        shownBy: exchangesOf(removable),
        actions: [...kinds].flatMap((kind) => actionFor(kind, removable)),
        cost: costOf(removable),
        ...(unsure ? { variant: { evidence: 'evidence-unsure' } } : {}),
      };
    }
    const json = avoidable.filter(({ kinds }) => kinds.size === 1);
    if (json.length < MANY) return null;
    return {
      data: { avoidable: String(json.length), all },
      severity: 'info',
      confidence: 'certain',
      shownBy: exchangesOf(json),
      variant: {
        title: 'title-json',
        headline: 'headline-json',
        explanation: 'explanation-json',
        evidence: 'evidence-json',
      },
    };
  },
};

/** What a request could do without. JSON is none of it, though a form would do. */
type Kind =
  | 'content-type'
  | 'requested-with'
  | 'caching-headers'
  | 'response-headers'
  | 'upload-listener'
  | 'json';

/** Whether a server, or a user, needs them isn't to be seen. */
const UNSURE: ReadonlySet<Kind> = new Set(['requested-with', 'caching-headers', 'upload-listener']);

interface AvoidablePreflight extends MeasuredPreflight {
  readonly kinds: ReadonlySet<Kind>;
}

/** Of a preflight that has another reason besides, nothing is saved. */
function toAvoidable(preflight: MeasuredPreflight): readonly AvoidablePreflight[] {
  const { because, hop } = preflight;
  const kinds = new Set<Kind>();
  for (const reason of because) {
    const kind = kindOf(reason, hop);
    if (kind === null) return [];
    kinds.add(kind);
  }
  return kinds.size === 0 ? [] : [{ ...preflight, kinds }];
}

function kindOf(reason: PreflightReason, hop: Hop): Kind | null {
  if (reason.why === 'method') return null;
  if (reason.why === 'upload-listener-or-stream') return 'upload-listener';
  const { name } = reason;
  if (name === 'content-type') {
    if (hop.method !== 'POST') return 'content-type';
    const type = getHeader(intendedHeaders(hop), name) ?? '';
    return /^application\/json\s*(;|$)/i.test(type) ? 'json' : null;
  }
  if (name === 'x-requested-with') return 'requested-with';
  if (name === 'cache-control' || name === 'pragma' || name === 'expires') return 'caching-headers';
  return headerOrigin(name) === 'response-header' ? 'response-headers' : null;
}

/** What made them necessary, as one would look for it in code. */
function namesIn(preflights: readonly AvoidablePreflight[]): readonly string[] {
  const names = preflights.flatMap(({ because }) =>
    because.map((reason) => (reason.why === 'header' ? reason.name : 'xhr.upload')),
  );
  return [...new Set(names)];
}

function actionFor(kind: Kind, preflights: readonly AvoidablePreflight[]): readonly Action[] {
  const caused = preflights.filter(({ kinds }) => kinds.has(kind));
  const { requests, milliseconds } = costOf(caused);
  const data = { requests: String(requests), time: { milliseconds } };
  const id = `leave-out-${kind}`;
  if (kind !== 'caching-headers' && kind !== 'response-headers') return [{ id, data }];
  const headers = caused.flatMap(({ because, hop }) =>
    because.flatMap((reason) =>
      reason.why === 'header' && kindOf(reason, hop) === kind ? [reason.name] : [],
    ),
  );
  return [{ id, data: { ...data, headers: [...new Set(headers)].join(', ') } }];
}

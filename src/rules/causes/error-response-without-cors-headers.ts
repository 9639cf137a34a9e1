import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { type NamingAnswer, successesNamingNone } from '../history.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import { namedElsewhere } from '../named-elsewhere.ts';
import { hasPassedPreflight } from '../passed-preflight.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

/** An error of the server, or of something in front of it, whose error page has no CORS headers. */
export const errorResponseWithoutCorsHeaders: Rule = {
  id: 'error-response-without-cors-headers',
  severity: 'error',
  words: {
    title: 'Error {code} behind the CORS error',
    'title-server': 'Server error {code} behind the CORS error',
    'title-never': 'Error {code}, and no CORS headers either',
    headline:
      '`{host}` answered {status}; the CORS error is only the symptom, because that answer has no `Access-Control-Allow-Origin`.',
    'headline-server':
      '`{host}` failed with {status}; the CORS error is only the symptom, because that answer has no `Access-Control-Allow-Origin`.',
    'headline-never':
      '`{host}` answered {status}, and as its successful responses lack `Access-Control-Allow-Origin`, too, `{origin}` may read none of them.',
    explanation:
      'Your script on `{origin}` can’t see the status, so the browser reports CORS instead. Fix what {status} says first. Then let error responses have CORS headers too, or the next error hides the same way.',
    'explanation-server':
      'The server’s log has the real error: what the {method} request did before it failed, only the log can tell. Let error responses have CORS headers too, or the next error hides the same way.',
    'explanation-unauthorized':
      'The server refuses the request: no sign-in or token reached it, or they aren’t valid. Without CORS headers on its refusal, your script on `{origin}` can’t see the status.',
    'explanation-forbidden':
      'Something on the way refuses the request: missing rights, a CSRF check, a firewall or an access rule. Without CORS headers on its refusal, your script on `{origin}` can’t see the status.',
    'explanation-not-found':
      'Nothing answers at this path: compare it with the API’s documentation, letter by letter. Often the CORS configuration covers only the routes that exist, and so not this error page.',
    evidence:
      '`{host}` answered {method} with {status} and without `Access-Control-Allow-Origin`; whether its successful responses have that header wasn’t seen.',
    'evidence-preflight-passed':
      'The preflight passed; then `{host}` answered {method} with {status} and without `Access-Control-Allow-Origin`.',
    'evidence-elsewhere':
      'The response ({status}) has no `Access-Control-Allow-Origin`, while that to `{asked} {otherUrl}` names `{named}`.',
    'evidence-others':
      'The response ({status}) has no `Access-Control-Allow-Origin`, while that to `{asked} {otherUrl}` names `{named}`; whether the server allows this page wasn’t seen.',
    'evidence-never':
      '`{host}` answered {method} with {status} and without `Access-Control-Allow-Origin`; its successful responses to this page lack it, too ({others} seen).',
    'action-check-the-refusal':
      'Open the response in the Network panel, or look in the log of `{host}` and of the firewall in front of it: it tells who refuses, and why.',
  },
  links: [mdnError('CORSMissingAllowOrigin'), mdn('HTTP status codes', 'HTTP/Reference/Status'), CORS_CHECK],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer?.on !== 'response' || answer.response.status < 400) return null;
    const { status: code } = answer.response;
    const status = displayStatus(answer.response);
    const kind = kindOf(code);
    const { evidence, confidence, data } = whyOnlyTheSymptom(context);
    const ofServer = code >= 500 ? { title: 'title-server', headline: 'headline-server' } : {};
    return {
      data: { ...data, status, code: String(code) },
      confidence,
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        { id: kind.action, data: kind.action === 'fix-server-error' ? { status } : {} },
        { id: 'send-cors-headers-on-errors', data: {} },
        ...(evidence === 'evidence-never' ? [{ id: 'use-own-server', data: {} }] : []),
      ],
      variant: {
        ...(evidence === 'evidence-never' ? NOT_ONLY : ofServer),
        explanation: kind.explanation,
        evidence,
      },
    };
  },
};

const NOT_ONLY = { title: 'title-never', headline: 'headline-never' } as const;

/** What shows that the server knows CORS, so that the error is all that is wrong; or that it doesn’t know it. */
function whyOnlyTheSymptom(context: RuleContext): Pick<Found, 'confidence' | 'data'> & { evidence: string } {
  if (hasPassedPreflight(context)) {
    return { evidence: 'evidence-preflight-passed', confidence: 'certain', data: {} };
  }
  const { exchange, hop, history } = context;
  const allows = ({ named }: NamingAnswer) => named === '*' || named === exchange.initiator;
  const allowed = namedElsewhere(context, allows);
  if (allowed !== null) return { evidence: 'evidence-elsewhere', confidence: 'certain', data: allowed };
  const elsewhere = namedElsewhere(context);
  // That it names others doesn't say that it would name this page.
  if (elsewhere !== null) return { evidence: 'evidence-others', confidence: 'likely', data: elsewhere };
  const others = successesNamingNone(exchange, hop.url, history);
  return others === 0
    ? { evidence: 'evidence', confidence: 'likely', data: {} }
    : { evidence: 'evidence-never', confidence: 'likely', data: { others: String(others) } };
}

interface ErrorKind {
  readonly explanation: string;
  readonly action: string;
}

function kindOf(status: number): ErrorKind {
  switch (status) {
    case 401:
    case 407:
      return { explanation: 'explanation-unauthorized', action: 'check-the-token' };
    case 403:
      return { explanation: 'explanation-forbidden', action: 'check-the-refusal' };
    case 404:
    case 410:
      return { explanation: 'explanation-not-found', action: 'check-the-path' };
    default:
      return {
        explanation: status >= 500 ? 'explanation-server' : 'explanation',
        action: 'fix-server-error',
      };
  }
}

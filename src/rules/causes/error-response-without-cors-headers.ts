import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
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
    headline:
      '`{host}` answered {status}; the CORS error is only the symptom, because that error page has no CORS headers.',
    'headline-server':
      '`{host}` failed with {status}; the CORS error is only the symptom, because that error page has no CORS headers.',
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
      'The response ({status}) has no `Access-Control-Allow-Origin`, while that to `{asked} {otherUrl}` has one.',
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
    return {
      data: { ...data, status, code: String(code) },
      confidence,
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        { id: kind.action, data: kind.action === 'fix-server-error' ? { status } : {} },
        { id: 'send-cors-headers-on-errors', data: {} },
      ],
      variant: {
        ...(code >= 500 ? { title: 'title-server', headline: 'headline-server' } : {}),
        explanation: kind.explanation,
        evidence,
      },
    };
  },
};

/** What shows that the server knows CORS, so that the error is all that is wrong. */
function whyOnlyTheSymptom(context: RuleContext): Pick<Found, 'confidence' | 'data'> & { evidence: string } {
  if (hasPassedPreflight(context)) {
    return { evidence: 'evidence-preflight-passed', confidence: 'certain', data: {} };
  }
  const elsewhere = namedElsewhere(context);
  return elsewhere === null
    ? { evidence: 'evidence', confidence: 'likely', data: {} }
    : { evidence: 'evidence-elsewhere', confidence: 'certain', data: elsewhere };
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

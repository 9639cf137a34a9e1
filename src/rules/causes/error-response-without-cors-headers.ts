import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

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
      'Without `Access-Control-Allow-Origin` your script on `{origin}` can’t see the status, so the browser reports CORS instead. Fix what {status} says first. Then let error responses have CORS headers too, or the next error hides the same way.',
    'explanation-server':
      'The server’s log has the real error: what the {method} request did before it failed, only the log can tell. Let error responses have CORS headers too, or the next error hides the same way.',
    'explanation-unauthorized':
      'The server refuses the request: no sign-in or token reached it, or they aren’t valid. Its refusal has no `Access-Control-Allow-Origin`, so your script on `{origin}` can’t see the status.',
    'explanation-forbidden':
      'Something on the way refuses the request: missing rights, a CSRF check, a firewall or an access rule. Its refusal has no `Access-Control-Allow-Origin`, so your script on `{origin}` can’t see the status.',
    'explanation-not-found':
      'Nothing answers at this path: compare it with the API’s documentation, letter by letter. The CORS configuration covers only the routes that exist, so the error page has no CORS headers.',
    'explanation-too-large':
      'The request’s body is larger than the server or a proxy in front of it accepts. The limit is checked before the CORS headers are added.',
    'explanation-rate-limit':
      'Too many requests came in too short a time. The limiter answers before the CORS headers are added.',
    'explanation-gateway':
      'The proxy or load balancer in front of the API got no answer from it, and made this error page itself. The API may be down, starting or too slow.',
    'action-raise-body-limit':
      'Send a smaller body, or raise the limit: `client_max_body_size` in nginx, `limit` of the body parser in Express.',
    'action-slow-down': 'Wait before you try again (`Retry-After` says how long), and send fewer requests.',
    'action-check-the-path': 'Check the path of `{url}`: its spelling, version prefix and trailing slash.',
    'action-check-the-token':
      'Check that the request carries the token or cookie that the server expects, and that it hasn’t expired.',
    'action-check-the-refusal':
      'Open the response in the Network panel, or look in the log of `{host}` and of the firewall in front of it: it tells who refuses, and why.',
    'action-check-the-upstream': 'Check that the service behind `{host}` runs and answers in time.',
  },
  links: [mdnError('CORSMissingAllowOrigin'), mdn('HTTP status codes', 'HTTP/Reference/Status'), CORS_CHECK],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer === null || answer.on !== 'response' || answer.response.status < 400) return null;
    const { status } = answer.response;
    const kind = kindOf(status);
    const data = { status: displayStatus(answer.response), code: String(status) };
    return {
      data,
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        kind.action === 'fix-server-error'
          ? { id: kind.action, data: { status: data.status } }
          : { id: kind.action, data: {} },
        { id: 'send-cors-headers-on-errors', data: {} },
      ],
      variant: {
        ...(status >= 500 ? { title: 'title-server', headline: 'headline-server' } : {}),
        explanation: kind.explanation,
      },
    };
  },
};

interface ErrorKind {
  readonly explanation: string;
  readonly action: string;
}

function kindOf(status: number): ErrorKind {
  switch (status) {
    case 403:
      return { explanation: 'explanation-forbidden', action: 'check-the-refusal' };
    case 401:
    case 407:
      return { explanation: 'explanation-unauthorized', action: 'check-the-token' };
    case 404:
    case 410:
      return { explanation: 'explanation-not-found', action: 'check-the-path' };
    case 413:
      return { explanation: 'explanation-too-large', action: 'raise-body-limit' };
    case 429:
      return { explanation: 'explanation-rate-limit', action: 'slow-down' };
    case 502:
    case 503:
    case 504:
      return { explanation: 'explanation-gateway', action: 'check-the-upstream' };
    default: {
      // 520 to 530 are Cloudflare's: it got no proper answer from the server behind it.
      if (status >= 520 && status <= 530) {
        return { explanation: 'explanation-gateway', action: 'check-the-upstream' };
      }
      return {
        explanation: status >= 500 ? 'explanation-server' : 'explanation',
        action: 'fix-server-error',
      };
    }
  }
}

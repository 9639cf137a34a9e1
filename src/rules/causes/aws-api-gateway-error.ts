import type { HttpResponse } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { OUTSIDE_CORS } from '../explainable.ts';
import { answerOutsideCors, askedMethod, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** An error that API Gateway made itself: none of what the API's code does about CORS is in it. */
export const awsApiGatewayError: Rule = {
  id: 'aws-api-gateway-error',
  severity: 'error',
  words: {
    title: 'API Gateway answered {code} itself',
    headline:
      'Amazon API Gateway answered `{asked} {url}` with {status} itself, so your API’s code and its CORS headers had no part in it.',
    'headline-no-route':
      'Amazon API Gateway has no {asked} method at `{url}`, or its stage isn’t deployed: it answered {status} itself.',
    explanation: 'API Gateway’s own responses have CORS headers only if you add them.',
    'explanation-refused':
      'Its authorizer, an API key, a resource policy or AWS WAF refused the request. API Gateway’s own responses have CORS headers only if you add them.',
    'explanation-no-route':
      'API Gateway calls it a missing authentication token, whatever the reason: it says so for every method and path that it doesn’t know.',
    'explanation-preflight':
      'An authorizer or an API key is required for `OPTIONS` too, and browsers send preflights without either.',
    'explanation-integration':
      'The function or service behind API Gateway failed, took too long, or returned something that API Gateway can’t use. The CORS error is only the symptom.',
    evidence:
      'The answer to `{asked}` ({status}) has `x-amzn-errortype: {errorType}`, which API Gateway puts on the errors that it makes itself.',
    'action-read-integration-log':
      'Read the log of the function or service behind API Gateway for the moment of the request.',
  },
  links: [
    {
      label: 'API Gateway: Gateway responses',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-gateway-response-using-the-console.html',
    },
    mdnError('CORSMissingAllowOrigin'),
    CORS_CHECK,
  ],
  explains: OUTSIDE_CORS,
  find(context): Found | null {
    const answer = answerOutsideCors(context);
    const maker = context.answeredBy?.maker;
    if (answer === null || maker?.platform !== 'aws-api-gateway') return null;
    const { on, response } = answer;
    // Limits have causes of their own.
    if (response.status < 400 || response.status === 413 || response.status === 429) return null;
    const status = displayStatus(response);
    const errorType = errorTypeOf(response);
    const kind = kindOf(response.status, on, errorType);
    return {
      data: {
        status,
        code: String(response.status),
        asked: askedMethod(answer, context.hop),
        errorType,
      },
      confidence: maker.confidence,
      at: { hop: context.hopIndex, on },
      actions: kind.actions.map((id) => ({ id, data: id === 'fix-server-error' ? { status } : {} })),
      variant: kind.variant,
    };
  },
};

/** Its name for what went wrong, without the address of the definition that may follow. */
function errorTypeOf({ headers }: HttpResponse): string {
  return (getHeader(headers, 'x-amzn-errortype') ?? '').replace(/:.*$/s, '');
}

interface Kind {
  readonly variant: NonNullable<Found['variant']>;
  readonly actions: readonly string[];
}

function kindOf(status: number, on: 'preflight' | 'response', errorType: string): Kind {
  if (errorType.startsWith('MissingAuthenticationToken')) {
    const variant = { headline: 'headline-no-route', explanation: 'explanation-no-route' };
    return on === 'preflight'
      ? { variant, actions: ['route-options'] }
      : { variant, actions: ['check-the-path', 'send-cors-headers-on-errors'] };
  }
  if (status >= 500) {
    const variant = { explanation: 'explanation-integration' };
    return { variant, actions: ['read-integration-log', 'send-cors-headers-on-errors'] };
  }
  const isRefused = status === 401 || status === 403;
  if (on === 'preflight') {
    return isRefused
      ? { variant: { explanation: 'explanation-preflight' }, actions: ['let-options-through'] }
      : { variant: {}, actions: ['route-options'] };
  }
  return isRefused
    ? {
        variant: { explanation: 'explanation-refused' },
        actions: ['check-the-token', 'send-cors-headers-on-errors'],
      }
    : { variant: {}, actions: ['fix-server-error', 'send-cors-headers-on-errors'] };
}

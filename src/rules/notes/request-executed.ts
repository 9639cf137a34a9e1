import { ENGINES } from '../../fetch/engines.ts';
import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { isSameOrigin } from '../../model/origin.ts';
import { displayHost } from '../display-url.ts';
import { displayStatus } from '../faulty-answer.ts';
import { CORS_GUIDE, mdn } from '../links.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';
import { isSafeMethod } from '../safe-method.ts';
import { serverResponse } from '../server-response.ts';

/** The browser keeps a response from script, and the server has long done what was asked. */
export const requestExecuted: Rule = {
  id: 'request-executed',
  severity: 'info',
  words: {
    title: 'The server accepted the {sent} anyway',
    'title-received': 'The {sent} reached the server',
    headline: '`{server}` accepted the `{sent}` ({status}); only reading its response was blocked.',
    'headline-redirected':
      '`{server}` received the `{sent}` and redirected it; only reading the final answer was blocked.',
    'headline-received':
      '`{server}` received the `{sent}` and answered {status}; only reading the answer was blocked.',
    explanation:
      'It may have created, changed or deleted something. Look there before you send it again, because that may do it twice.',
    'explanation-simple':
      'It may have created, changed or deleted something. Look there before you send it again, because that may do it twice. CORS protects what pages read, not what they send: without a preflight any page can send this, so let the server check a CSRF token or the `Origin`.',
    'explanation-received':
      'It may have stopped half-way, or before it did anything. Look there before you send it again.',
    'explanation-safe':
      'Blocked responses don’t mean that nothing was done. A `{sent}` is meant to change nothing, so you can send it again.',
    evidence: 'A response with status {status} came from `{server}`.',
    'evidence-maybe-cached':
      'A response with status {status} came from `{server}`. An older copy in the browser’s cache would look the same.',
  },
  links: [CORS_GUIDE, mdn('Cross-site request forgery', 'Security/Attacks/CSRF')],
  explains: ['allow-origin', 'allow-credentials', 'redirect-location'],
  find(context): Found | null {
    const received = receivedRequest(context);
    if (received === null || wasTurnedAway(received, context)) return null;
    const { hop, response, index } = received;
    const safe = isSafeMethod(hop.method);
    const maybeCached = safe && mayBeCached(context.exchange);
    return {
      data: { server: displayHost(hop.url), sent: hop.method, status: displayStatus(response) },
      confidence: maybeCached ? 'likely' : 'certain',
      at: { hop: index, on: 'response' },
      variant: {
        ...variantOf(safe, response, isSimple(received, context)),
        ...(index === context.hopIndex ? {} : { headline: 'headline-redirected' }),
        ...(maybeCached ? { evidence: 'evidence-maybe-cached' } : {}),
      },
    };
  },
};

interface Received {
  readonly hop: Hop;
  readonly response: HttpResponse;
  readonly index: number;
}

/**
 * The request that a server has certainly received: of several hops the last one that may have changed something, or
 * else the one whose response is blocked.
 */
function receivedRequest({ exchange, hopIndex }: RuleContext): Received | null {
  const received = exchange.hops.slice(0, hopIndex + 1).flatMap((hop, index): Received[] => {
    const response = serverResponse(hop);
    return response === null ? [] : [{ hop, response, index }];
  });
  const last = received.at(-1);
  return (
    received.findLast(({ hop }) => !isSafeMethod(hop.method)) ?? (last?.index === hopIndex ? last : null)
  );
}

/** Whether an answer from the cache isn't always marked as such. */
function mayBeCached({ observedIn }: Exchange): boolean {
  return ENGINES[observedIn.engine].reusesResponsesLoadedWithoutCors;
}

/** Whether something in front of the application certainly refused it. */
function wasTurnedAway({ response, index }: Received, { answeredBy, hopIndex }: RuleContext): boolean {
  return index === hopIndex && answeredBy?.maker?.confidence === 'certain' && response.status < 500;
}

/** Whether a page of any origin can send it without asking. */
function isSimple({ hop, index }: Received, { exchange, evaluation }: RuleContext): boolean {
  return evaluation.preflights[index]?.needed === 'no' && !isSameOrigin(hop.url, exchange.initiator);
}

function variantOf(safe: boolean, { status }: HttpResponse, simple: boolean): NonNullable<Found['variant']> {
  const received = { title: 'title-received', headline: 'headline-received' };
  if (safe) return { ...received, explanation: 'explanation-safe' };
  if (status >= 400) return { ...received, explanation: 'explanation-received' };
  return {
    ...(status >= 300 ? received : {}),
    ...(simple ? { explanation: 'explanation-simple' } : {}),
  };
}

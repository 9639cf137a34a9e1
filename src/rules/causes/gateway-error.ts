import { objectStore } from '../bucket.ts';
import { OUTSIDE_CORS } from '../explainable.ts';
import { answerOutsideCors, askedMethod, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import { platformName } from '../responder/platform-name.ts';
import type { Found, Rule } from '../rule.ts';

/** A proxy or load balancer whose own error page says that the service behind it didn't answer. */
export const gatewayError: Rule = {
  id: 'gateway-error',
  severity: 'error',
  words: {
    title: 'Gateway error {code} behind the CORS error',
    headline: 'The service behind `{host}` gave no proper answer: `{asked} {url}` ended with {status}.',
    explanation:
      'A proxy or load balancer sends this status when the service behind it is down, starting, too slow, or not where it looks for it. The answer is usually its own, without what the service knows of CORS, so the CORS error is only the symptom.',
    'explanation-cloudflare':
      'Cloudflare has statuses of its own: it couldn’t connect to your server (521 to 523), waited too long for it (524), or its certificate failed (525, 526). The CORS error is only the symptom.',
    evidence:
      '`{host}` answered `{asked}` with {status}, a status of gateways; nothing in the headers shows whether a gateway or the service itself sent it.',
    'evidence-made':
      '`{host}` answered `{asked}` with {status}, and by its headers {maker} made this answer.',
    'evidence-cloudflare':
      '`{host}` answered `{asked}` with {status}, a status of Cloudflare’s own, and by its headers Cloudflare made this answer.',
    'action-check-the-upstream': 'Check that the service behind `{host}` runs and answers in time.',
  },
  links: [
    mdn('502 Bad Gateway', 'HTTP/Reference/Status/502'),
    mdn('504 Gateway Timeout', 'HTTP/Reference/Status/504'),
    mdnError('CORSMissingAllowOrigin'),
    CORS_CHECK,
  ],
  explains: OUTSIDE_CORS,
  find(context): Found | null {
    const answer = answerOutsideCors(context);
    if (answer === null) return null;
    const { status } = answer.response;
    const ofCloudflare = isCloudflareStatus(status);
    if (!ofCloudflare && status !== 502 && status !== 503 && status !== 504) return null;
    // A store that is too busy has nothing behind it.
    if (objectStore(context.answeredBy) !== null) return null;
    const maker = context.answeredBy?.maker ?? null;
    const isCloudflare = ofCloudflare && maker?.platform === 'cloudflare';
    const atEdge = answer.on === 'response' ? [{ id: 'send-cors-headers-on-errors', data: {} }] : [];
    return {
      data: {
        status: displayStatus(answer.response),
        code: String(status),
        asked: askedMethod(answer, context.hop),
        ...(maker === null || isCloudflare ? {} : { maker: platformName(maker.platform) }),
      },
      confidence: maker?.confidence ?? 'likely',
      at: { hop: context.hopIndex, on: answer.on },
      actions: [{ id: 'check-the-upstream', data: {} }, ...atEdge],
      variant: isCloudflare
        ? { explanation: 'explanation-cloudflare', evidence: 'evidence-cloudflare' }
        : maker === null
          ? {}
          : { evidence: 'evidence-made' },
    };
  },
};

/**
 * Statuses that Cloudflare made up for what goes wrong between it and the server behind it.
 *
 * @see https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/
 */
function isCloudflareStatus(status: number): boolean {
  return status >= 520 && status <= 527;
}

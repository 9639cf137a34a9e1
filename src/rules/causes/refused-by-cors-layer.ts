import { isOkStatus } from '../../fetch/cors-preflight-fetch.ts';
import { corsLayerMark } from '../cors-layer-mark.ts';
import { ALLOW_ORIGIN } from '../explainable.ts';
import { answerWithoutAllowOrigin, askedMethod, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The CORS layer is there and saw the request, and left out the one header that would have allowed it. */
export const refusedByCorsLayer: Rule = {
  id: 'refused-by-cors-layer',
  severity: 'error',
  words: {
    title: 'Your origin isn’t on the server’s list',
    'title-preflight': 'The server’s CORS layer refuses the preflight',
    headline: '`{host}` knows CORS, but doesn’t allow `{origin}`: that origin is probably not on its list.',
    'headline-preflight':
      '`{host}` knows CORS, but refuses this preflight: `{origin}`, {method} or a request header is probably not on its list.',
    explanation:
      'Servers with a list of allowed origins leave `Access-Control-Allow-Origin` out for every other one. Compare the list with `{origin}` letter by letter: scheme, host and port have to be the same.',
    'explanation-preflight':
      'Some CORS layers leave `Access-Control-Allow-Origin` out only if the origin isn’t on the list; others also if they don’t allow the method or a header. Compare all three with the server’s configuration.',
    evidence:
      '`{host}` answered `{asked}` with {status}, without `Access-Control-Allow-Origin` but with `{mark}`, which a CORS layer adds; the list itself isn’t shown.',
    'evidence-named':
      '`{host}` answered `{asked}` with {status}, without `Access-Control-Allow-Origin` but with `{mark}`, and it named `{other}` in another response.',
    'action-add-origin-to-list':
      'Add `{origin}` to the allowed origins in the CORS configuration of `{host}`.',
    'action-allow-method-and-headers':
      'Check that the CORS configuration also allows {method} and every header that the preflight asks for.',
  },
  links: [mdnHeader('Access-Control-Allow-Origin'), mdnError('CORSMissingAllowOrigin'), CORS_CHECK],
  explains: ALLOW_ORIGIN,
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer === null || !isRefusal(answer.response.status)) return null;
    const mark = corsLayerMark(answer.response.headers);
    if (mark === null) return null;
    const { exchange, hop, hopIndex, otherAnswers } = context;
    const isPreflight = answer.on === 'preflight';
    // An origin that it allows elsewhere is on its list; then only a method or a header of a preflight may not be.
    const own = otherAnswers.find(({ named }) => named === '*' || named === exchange.initiator);
    if (own !== undefined && !isPreflight) return null;
    const other = own ?? otherAnswers[0];
    const data = { mark, asked: askedMethod(answer, hop), status: displayStatus(answer.response) };
    return {
      data: other === undefined ? data : { ...data, other: other.named },
      confidence: 'likely',
      at: { hop: hopIndex, on: answer.on },
      actions: [
        { id: 'add-origin-to-list', data: {} },
        ...(isPreflight ? [{ id: 'allow-method-and-headers', data: {} }] : []),
      ],
      variant: {
        ...(isPreflight
          ? {
              title: 'title-preflight',
              headline: 'headline-preflight',
              explanation: 'explanation-preflight',
            }
          : {}),
        ...(other === undefined ? {} : { evidence: 'evidence-named' }),
      },
    };
  },
};

/** Success, or what CORS layers answer whom they don't allow; other errors have causes of their own. */
function isRefusal(status: number): boolean {
  return isOkStatus(status) || status === 400 || status === 403;
}

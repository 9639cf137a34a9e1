import { taintingOfHops } from '../../fetch/request-tainting.ts';
import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import { ALLOW_ORIGIN } from '../explainable.ts';
import { displayStatus, faultyAnswer } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';
import { hasWildcard } from '../wrong-allow-origin.ts';

/** The page itself has no origin that a server could name. */
export const opaqueOrigin: Rule = {
  id: 'opaque-origin',
  severity: 'error',
  words: {
    title: 'The page has no origin (Origin: null)',
    headline:
      'The frame or page that asks `{host}` has an opaque origin: the browser sends `Origin: null`, which no server should allow.',
    'headline-file':
      'The page was opened as a file, so the browser sends `Origin: null` to `{host}`, which no server should allow.',
    'headline-data':
      'The page is a `data:` URL, so the browser sends `Origin: null` to `{host}`, which no server should allow.',
    'headline-error':
      'The page that asks `{host}` has an opaque origin (`Origin: null`), and the response was {status}.',
    explanation:
      'That happens in a frame with `sandbox` but without `allow-same-origin` (also with `srcdoc`), on `data:` pages and on pages opened as files. `null` stands for all of them alike, also for a stranger’s sandboxed frame, so allowing `null` would let anyone in.',
    evidence: 'The browser gives `null` as the origin that asks, and no redirect has made it so.',
    'evidence-sent':
      'The request’s `Origin` was `null` although it is from a page on `{origin}`, and no redirect has made it so.',
    'action-give-page-an-origin':
      'Serve the page over http, for example on `http://localhost`, or add `allow-same-origin` to the frame’s `sandbox` if you trust its content. Then allow that origin on the server.',
    'action-serve-the-file':
      'Open the page from a server, for example on `http://localhost`, instead of as a file, and allow that origin on `{host}`.',
    'action-allow-everyone':
      'If the data is public and needs no cookies, the server may answer `Access-Control-Allow-Origin: *`.',
  },
  links: [
    mdn('Origin', 'HTTP/Reference/Headers/Origin#null'),
    mdnError('CORSAllowOriginNotMatchingOrigin'),
    CORS_CHECK,
  ],
  explains: ALLOW_ORIGIN,
  find(context): Found | null {
    const { exchange, fault, hopIndex } = context;
    if (fault?.check !== 'allow-origin' && fault?.check !== 'preflight-allow-origin') return null;
    if (fault.origin !== OPAQUE_ORIGIN || (fault.problem === 'multiple' && hasWildcard(fault.value ?? '')))
      return null;
    const isKnown = exchange.initiator === OPAQUE_ORIGIN;
    // What a frame sends may be all that shows that it is sandboxed.
    if (!isKnown && taintingOfHops(exchange)[hopIndex]?.tainted === true) return null;
    const answer = faultyAnswer(context);
    if (answer === null) return null;
    const place = placeOf(context);
    const failed = answer.response.status >= 400;
    return {
      data: failed ? { status: displayStatus(answer.response) } : {},
      confidence: 'certain',
      at: { hop: hopIndex, on: answer.on },
      actions: [
        { id: place === 'file' ? 'serve-the-file' : 'give-page-an-origin', data: {} },
        // `*` is there already, and all that is against it is the credentials.
        {
          id: fault.problem === 'wildcard-with-credentials' ? 'leave-credentials-out' : 'allow-everyone',
          data: {},
        },
      ],
      variant: {
        ...(isKnown ? {} : { evidence: 'evidence-sent' }),
        ...(failed
          ? { headline: 'headline-error' }
          : place === null
            ? {}
            : { headline: `headline-${place}` }),
      },
    };
  },
};

/** What the page is, where its URL tells; a sandboxed frame has that of the page around it. */
function placeOf({ exchange: { page } }: RuleContext): 'file' | 'data' | null {
  if (page?.startsWith('file:')) return 'file';
  return page?.startsWith('data:') ? 'data' : null;
}

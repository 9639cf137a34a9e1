import { displayUrl } from '../display-url.ts';
import { displayStatus } from '../faulty-answer.ts';
import { HTTP_REDIRECT_FETCH, mdn } from '../links.ts';
import { networkRule, REPORTED } from '../network-rule.ts';
import { redirectTarget } from '../redirect-target.ts';

/** The browser or the page refuses to follow a redirect, for a reason other than CORS. */
export const redirectRefused = networkRule({
  id: 'redirect-refused',
  problems: ['redirect-refused'],
  links: [HTTP_REDIRECT_FETCH, mdn('Request: redirect', 'API/Request/redirect')],
  words: {
    title: 'The redirect isn’t followed',
    headline: 'This isn’t CORS: `{url}` answered with a redirect ({status}) that wasn’t followed.',
    'title-loop': 'Redirected in a circle',
    'headline-loop':
      'This isn’t CORS: the redirects never end, the last of them at `{url}` ({status}), so the browser gave up.',
    explanation:
      'The page asked for that with `redirect: "error"` or `"manual"`, it cancelled the request at that moment, or its Content Security Policy forbids the target. The console tells a policy from the others.',
    'explanation-loop':
      'Two URLs that redirect to each other do that, or a server that redirects until a cookie comes back which the request never carries.',
    evidence:
      '`{host}` redirected, and the browser reported `{error}` before it asked for the target; the reasons for that look alike.',
    'evidence-loop': REPORTED,
    'evidence-page':
      '`{host}` redirected, and the browser ended the request there ({error}, no error), as `redirect: "manual"` and `"error"` ask for.',
    'action-call-final-url': 'Call the URL at the end of the redirects instead of `{url}`.',
    'action-call-target': 'Call `{to}` directly instead of `{url}`, or look at the console for the reason.',
  },
  details: ({ exchange, hop }, error) => {
    const data = { status: displayStatus(hop.response) };
    if (/TOO_MANY_REDIRECTS|REDIRECT_LOOP/.test(error)) {
      return {
        data,
        actions: [{ id: 'call-final-url', data: {} }],
        variant: {
          title: 'title-loop',
          headline: 'headline-loop',
          explanation: 'explanation-loop',
          evidence: 'evidence-loop',
        },
      };
    }
    const target = hop.response === undefined ? null : redirectTarget(hop, hop.response);
    const byPage = exchange.outcome.state === 'completed';
    return {
      data,
      confidence: byPage ? 'likely' : 'possible',
      ...(byPage ? { variant: { evidence: 'evidence-page' } } : {}),
      actions: [
        target === null
          ? { id: 'call-final-url', data: {} }
          : { id: 'call-target', data: { to: displayUrl(target) } },
      ],
    };
  },
});

import { displayStatus } from '../faulty-answer.ts';
import { HTTP_REDIRECT_FETCH, mdn } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** The browser or the page refuses to follow a redirect, for a reason other than CORS. */
export const redirectRefused = networkRule({
  id: 'redirect-refused',
  problems: ['redirect-refused'],
  links: [HTTP_REDIRECT_FETCH, mdn('Request: redirect', 'API/Request/redirect')],
  words: {
    title: 'The redirect isn’t followed',
    headline:
      '`{url}` answered with a redirect ({status}) that the browser doesn’t follow; this isn’t CORS ({error}).',
    explanation:
      'Too many redirects, a redirect to an unsafe address, a page that asked for `redirect: "error"`, or a Content Security Policy that forbids the target can be the reason.',
    'action-call-final-url': 'Call the URL at the end of the redirects instead of `{url}`.',
  },
  details: ({ hop }) => ({
    data: { status: displayStatus(hop.response) },
    actions: [{ id: 'call-final-url', data: {} }],
  }),
});

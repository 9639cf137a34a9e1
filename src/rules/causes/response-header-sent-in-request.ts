import { headerNotAllowedRule, ofOrigin } from '../header-not-allowed-rule.ts';

/** The page allows itself what only the server can allow, and that is what fails. */
export const responseHeaderSentInRequest = headerNotAllowedRule({
  id: 'response-header-sent-in-request',
  isAbout: ({ origins }) => origins.has('response-header'),
  words: {
    title: 'A response header in the request',
    headline:
      'Your page sends `{headers}` as a request header; it belongs in the server’s response, and sending it only makes the request fail.',
    explanation:
      '`Access-Control-…` headers are the server’s response to the browser; a page can’t allow itself anything. Here they make a preflight necessary, and that fails.',
    'explanation-others':
      '`Access-Control-…` headers are the server’s response to the browser; a page can’t allow itself anything. Besides, the server has to allow `{others}`.',
    'action-remove-response-header': 'Remove `{headers}` from the request’s headers in your code.',
  },
  details: (missing) => {
    const own = ofOrigin('response-header', missing);
    const headers = own.join(', ');
    const others = missing.names.filter((name) => !own.includes(name)).join(', ');
    return {
      data: others === '' ? { headers } : { headers, others },
      variant: others === '' ? {} : { explanation: 'explanation-others' },
      actions: [{ id: 'remove-response-header', data: { headers } }],
    };
  },
});

import { CORS_CHECK, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** It hangs on whether the request was sent with credentials, which no browser tells an extension. */
export const credentialsUnknown: Rule = {
  id: 'credentials-unknown',
  severity: 'warning',
  words: {
    title: 'Depends on the credentials mode',
    headline:
      'Whether `{origin}` may read the response of `{host}` depends on whether the request was sent with credentials: with them it is blocked, without them it isn’t.',
    explanation:
      'The browser doesn’t show the credentials mode, and this request carried no cookie that would give it away. Look at the call: `credentials: "include"` or `withCredentials = true` means with credentials. If script got no answer, it was that.',
    'action-see-what-script-got':
      'Look whether your script got the response. If it didn’t, leave credentials out, or let the server name `{origin}` and send `Access-Control-Allow-Credentials: true`.',
  },
  links: [mdn('Request: credentials', 'API/Request/credentials'), CORS_CHECK],
  explains: ['no-fault'],
  find({ evaluation, hopIndex }): Found | null {
    if (evaluation.verdict !== 'unknown' || evaluation.branches.length === 0) return null;
    return {
      data: {},
      confidence: 'possible',
      at: { hop: hopIndex, on: 'request' },
      actions: [{ id: 'see-what-script-got', data: {} }],
    };
  },
};

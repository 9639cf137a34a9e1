import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** Something in the browser didn't let the request out. */
export const blockedByClient = networkRule({
  id: 'blocked-by-client',
  problems: ['blocked-by-client'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'Blocked by an extension',
    headline:
      'An extension in your browser, such as an ad blocker, blocked the request to `{host}`; this isn’t CORS ({error}).',
    explanation:
      'The request never left the browser. Blockers go by words in the URL, such as “ads”, “track” or “analytics”, so it can happen to your own API as well. The browser’s tracking protection and DevTools’ request blocking do the same.',
    'action-turn-blockers-off':
      'Try it in a private window without extensions. If it works there, allow `{host}` in the blocker, or give the path a name that blockers don’t know.',
  },
  details: () => ({ actions: [{ id: 'turn-blockers-off', data: {} }] }),
});

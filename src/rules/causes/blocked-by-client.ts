import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** Something in the browser didn't let the request out. */
export const blockedByClient = networkRule({
  id: 'blocked-by-client',
  problems: ['blocked-by-client', 'blocked-by-devtools'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'Blocked by an extension',
    headline:
      'This isn’t CORS: something in your browser, mostly an extension such as an ad blocker, blocked the request to `{host}`.',
    'title-devtools': 'Blocked by DevTools',
    'headline-devtools': 'This isn’t CORS: DevTools itself blocks requests such as this one to `{host}`.',
    'title-policy': 'Blocked by your organisation',
    'headline-policy': 'This isn’t CORS: a policy of whoever manages this browser blocks `{host}`.',
    explanation:
      'The request never left the browser. Blockers go by words in the URL, such as “ads”, “track” or “analytics”, so it can happen to your own API as well. The browser’s tracking protection and DevTools’ request blocking do the same.',
    'explanation-devtools': 'The request matches a pattern that someone entered there to try out a failure.',
    'explanation-policy': 'The request never left the browser, and no page and no server can change that.',
    evidence: 'The browser reported `{error}`, which doesn’t say who blocked it.',
    'evidence-told': 'The browser reported `{error}`, which says who blocked it.',
    'action-turn-blockers-off':
      'Try it in a private window without extensions. If it works there, allow `{host}` in the blocker, or give the path a name that blockers don’t know.',
    'action-turn-devtools-blocking-off':
      'Turn request blocking off: the “Network request blocking” panel in Chrome, the “Blocking” tab of the Network panel in Firefox.',
    'action-ask-administrator': 'Ask whoever manages this browser to allow `{host}`.',
  },
  details: ({ fault }, error) => {
    if (fault !== null && 'problem' in fault && fault.problem === 'blocked-by-devtools') {
      return { variant: told('devtools'), actions: [{ id: 'turn-devtools-blocking-off', data: {} }] };
    }
    if (error === 'net::ERR_BLOCKED_BY_ADMINISTRATOR') {
      return { variant: told('policy'), actions: [{ id: 'ask-administrator', data: {} }] };
    }
    return { confidence: 'likely', actions: [{ id: 'turn-blockers-off', data: {} }] };
  },
});

function told(who: 'devtools' | 'policy') {
  return {
    title: `title-${who}`,
    headline: `headline-${who}`,
    explanation: `explanation-${who}`,
    evidence: 'evidence-told',
  };
}

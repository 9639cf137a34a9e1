import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** No answer in time. */
export const timedOut = networkRule({
  id: 'timed-out',
  problems: ['timed-out'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'No answer in time',
    headline: 'This isn’t CORS: `{host}` didn’t answer in time.',
    explanation:
      'A firewall may swallow the packets, the host may be down, or the server works longer on the request than the browser waits.',
    'action-check-reachability':
      'Check whether `{target}` can be reached from this network, and how long the server needs for this request.',
  },
  details: () => ({ actions: [{ id: 'check-reachability', data: {} }] }),
});

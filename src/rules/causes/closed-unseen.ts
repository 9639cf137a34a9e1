import { NO_ANSWER } from '../explainable.ts';
import { mdn } from '../links.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

/** The browser never said how it ended. */
export const closedUnseen: Rule = {
  id: 'closed-unseen',
  severity: 'info',
  words: {
    title: 'No end was seen',
    'title-service-worker': 'Answered by a service worker',
    headline: 'The browser never reported how the request to `{host}` ended.',
    'headline-service-worker':
      'A service worker of `{origin}` took the request to `{host}` over; its own request is listed separately.',
    explanation:
      'The page was left, the tab closed, or the recording stopped before a response came. Without a response nothing can be said about CORS.',
    'explanation-service-worker':
      'Whether the page gets a response is for the service worker to decide. Look for the request of the worker with the same URL.',
  },
  links: [mdn('Using service workers', 'API/Service_Worker_API/Using_Service_Workers')],
  explains: ['no-fault', ...NO_ANSWER],
  find(context): Found | null {
    const { evaluation, exchange, hopIndex } = context;
    const at = { hop: hopIndex, on: 'request' } as const;
    const { outcome } = exchange;
    const takenOver = outcome.state === 'closed' && outcome.reason === 'service-worker';
    if (takenOver && evaluation.verdict === 'unknown') {
      return {
        data: {},
        confidence: 'certain',
        at,
        variant: {
          title: 'title-service-worker',
          headline: 'headline-service-worker',
          explanation: 'explanation-service-worker',
        },
      };
    }
    return endIsUnseen(context) ? { data: {}, confidence: 'certain', at } : null;
  },
};

function endIsUnseen({ fault }: RuleContext): boolean {
  if (fault?.check !== 'answered' && fault?.check !== 'preflight-answered') return false;
  return fault.problem === 'closed-unseen';
}

import { mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Between the page and the server stands a worker of the page's own origin. */
export const answeredByServiceWorker: Rule = {
  id: 'answered-by-service-worker',
  severity: 'info',
  words: {
    title: 'Answered by a service worker',
    headline:
      'A service worker of `{origin}` took the request to `{host}` over; its own request is listed separately.',
    explanation:
      'Whether the page gets a response is for the service worker to decide. Look for the request of the worker with the same URL.',
    evidence:
      'The browser redirected the request to its very own URL without sending it: its sign of a service worker.',
  },
  links: [mdn('Using service workers', 'API/Service_Worker_API/Using_Service_Workers')],
  explains: ['no-fault'],
  find({ evaluation, exchange: { outcome }, hopIndex }): Found | null {
    const takenOver = outcome.state === 'closed' && outcome.reason === 'service-worker';
    if (!takenOver || evaluation.verdict !== 'unknown') return null;
    return { data: {}, confidence: 'certain', at: { hop: hopIndex, on: 'request' } };
  },
};

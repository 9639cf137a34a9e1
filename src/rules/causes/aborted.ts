import { mdn } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** The page changed its mind. */
export const aborted = networkRule({
  id: 'aborted',
  problems: ['aborted'],
  severity: 'info',
  links: [mdn('AbortController', 'API/AbortController')],
  words: {
    title: 'The request was cancelled',
    headline: 'This isn’t CORS: the request to `{host}` was cancelled before its response could be read.',
    explanation:
      'The page aborted it (a timeout of its own; a component, a frame or a worker that went away), or the page was left or reloaded. The server may have acted on the request all the same.',
    'evidence-left': 'The page was left before a response came (`{error}`).',
  },
  details: ({ exchange }) =>
    exchange.outcome.state === 'closed' ? { variant: { evidence: 'evidence-left' } } : {},
});

import { linesOf } from '../../fetch/header-lines.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';

/** A header of a design that was given up. */
export const privateNetworkHeader: AdviceRule = {
  id: 'private-network-header',
  topic: 'hygiene',
  words: {
    title: 'Access-Control-Allow-Private-Network is obsolete',
    headline: '`{host}` sends `Access-Control-Allow-Private-Network`, which no browser acts on any more.',
    explanation:
      'It belonged to Private Network Access, which was given up for a permission that the user grants (Local Network Access). It doesn’t open anything today. A server that says `true` to everybody would have let every website in, so don’t wait for it to come back.',
    evidence: 'In {count} of the recorded requests, the answer has the header.',
    'action-remove-private-network': 'Remove the header from the configuration of `{host}`.',
  },
  links: [
    { label: 'Chrome: local network access', url: 'https://developer.chrome.com/blog/local-network-access' },
    { label: 'Local Network Access', url: 'https://wicg.github.io/local-network-access/' },
  ],
  find({ accepted }): AdviceFound | null {
    const shown = accepted.filter(
      ({ headers }) => linesOf(headers, 'access-control-allow-private-network').length > 0,
    );
    if (shown.length === 0) return null;
    return {
      data: {},
      severity: 'info',
      confidence: 'certain',
      shownBy: exchangesOf(shown),
      actions: [{ id: 'remove-private-network', data: {} }],
    };
  },
};

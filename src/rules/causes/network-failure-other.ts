import { mdnError } from '../links.ts';
import { networkRule, REPORTED } from '../network-rule.ts';

/** A failure below HTTP without a rule of its own. */
export const networkFailureOther = networkRule({
  id: 'network-failure-other',
  problems: ['unreachable', 'other', 'scheme'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'No usable response from the server',
    headline: 'The browser got no usable response from `{host}`: {error}.',
    'headline-unreachable': 'This isn’t CORS: `{host}` can’t be reached from here.',
    explanation:
      'The request failed before there was an HTTP response, so no CORS header was looked at. The browser’s own error text is the best lead.',
    'explanation-unreachable':
      'There is no network connection, no route to that address, or no way through the proxy: the computer may be offline, or need a VPN or other proxy settings.',
    evidence: 'The error text of the browser says no more, and there is no response to look at.',
    'evidence-unreachable': REPORTED,
    'action-open-in-tab': 'Open `{target}` in a tab: the browser’s error page often says more.',
  },
  details: ({ fault }) =>
    (fault?.check === 'answered' || fault?.check === 'preflight-answered') && fault.problem === 'unreachable'
      ? {
          actions: [{ id: 'open-in-tab', data: {} }],
          variant: {
            headline: 'headline-unreachable',
            explanation: 'explanation-unreachable',
            evidence: 'evidence-unreachable',
          },
        }
      : { confidence: 'possible', actions: [{ id: 'open-in-tab', data: {} }] },
});

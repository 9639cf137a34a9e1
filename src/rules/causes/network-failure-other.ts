import { displayStatus } from '../faulty-answer.ts';
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
    'headline-broken': 'This isn’t CORS: the response of `{host}` ({status}) couldn’t be read: {error}.',
    'explanation-broken':
      'The response began, and then its content broke off, or isn’t encoded as its headers say.',
    evidence: 'The error text of the browser says no more, and there is no response to look at.',
    'evidence-unreachable': REPORTED,
    'evidence-broken': 'The browser reported `{error}` after it had seen the headers of the response.',
    'action-open-in-tab': 'Open `{target}` in a tab: the browser’s error page often says more.',
  },
  details: ({ fault, hop }) => {
    const actions = [{ id: 'open-in-tab', data: {} }];
    if (fault !== null && 'problem' in fault && fault.problem === 'unreachable') {
      return { actions, variant: variant('unreachable') };
    }
    if (fault?.check !== 'answered' || hop.response === undefined) return { confidence: 'possible', actions };
    const data = { status: displayStatus(hop.response) };
    return { data, confidence: 'likely', actions, variant: variant('broken') };
  },
});

function variant(kind: 'unreachable' | 'broken') {
  return { headline: `headline-${kind}`, explanation: `explanation-${kind}`, evidence: `evidence-${kind}` };
}

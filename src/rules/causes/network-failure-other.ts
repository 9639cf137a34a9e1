import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** A failure below HTTP without a rule of its own. */
export const networkFailureOther = networkRule({
  id: 'network-failure-other',
  problems: ['unreachable', 'other', 'scheme'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'No usable response from the server',
    headline: 'The browser got no usable response from `{host}`: {error}.',
    'headline-unreachable': '`{host}` can’t be reached from here, so this isn’t CORS ({error}).',
    explanation:
      'The request failed before there was an HTTP response, so no CORS header was looked at. The browser’s own error text is the best lead.',
    'explanation-unreachable':
      'There is no network connection, or no route to that address: the computer may be offline, or need a VPN or a proxy.',
    'action-open-in-tab': 'Open `{target}` in a tab: the browser’s error page often says more.',
  },
  details: ({ fault }) => ({
    actions: [{ id: 'open-in-tab', data: {} }],
    ...(fault?.check === 'answered' && fault.problem === 'unreachable'
      ? { variant: { headline: 'headline-unreachable', explanation: 'explanation-unreachable' } }
      : {}),
  }),
});

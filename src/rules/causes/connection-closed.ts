import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** The server took the connection and dropped it. */
export const connectionClosed = networkRule({
  id: 'connection-closed',
  problems: ['connection-closed'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'The server closed the connection',
    headline: '`{host}` closed the connection without a complete response, so this isn’t CORS ({error}).',
    explanation:
      'The server process may have crashed on this request, or a proxy or firewall cut it off. The browser may have sent the request more than once, and the server may have acted on it.',
    'explanation-preflight':
      'The server process may have crashed on the preflight, or a proxy or firewall dropped the `OPTIONS` request. The {method} request itself was never sent.',
  },
  details: ({ fault }) => ({
    actions: [{ id: 'read-server-log', data: {} }],
    ...(fault?.check === 'preflight-answered' ? { variant: { explanation: 'explanation-preflight' } } : {}),
  }),
});

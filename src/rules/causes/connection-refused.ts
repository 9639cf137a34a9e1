import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf, portOf } from '../display-url.ts';
import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** Nothing listens there. */
export const connectionRefused = networkRule({
  id: 'connection-refused',
  problems: ['connection-refused'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'Nothing listens on port {port}',
    headline:
      'Nothing listens on port {port} of `{hostname}`, so this isn’t CORS: the server isn’t reachable ({error}).',
    'headline-local':
      'Nothing listens on port {port} of this computer, so this isn’t CORS: the server isn’t running ({error}).',
    explanation:
      'The connection was refused before any request was sent. Firefox reports that as a CORS failure too, but no header can change it.',
    'action-start-the-server': 'Start the server, and check that it listens on port {port}.',
    'action-check-host-and-port': 'Check host and port in `{url}`, and whether the server runs there.',
  },
  details: ({ hop }) => {
    const port = portOf(hop.url);
    const hostname = hostnameOf(hop.url);
    return isLoopbackHost(hostname)
      ? {
          data: { port },
          variant: { headline: 'headline-local' },
          actions: [{ id: 'start-the-server', data: { port } }],
        }
      : { data: { port, hostname }, actions: [{ id: 'check-host-and-port', data: {} }] };
  },
});

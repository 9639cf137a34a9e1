import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf, portOf } from '../display-url.ts';
import { otherExchanges } from '../history.ts';
import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';
import type { RuleContext } from '../rule.ts';

/** Nothing listens there. */
export const connectionRefused = networkRule({
  id: 'connection-refused',
  problems: ['connection-refused'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'Nothing listens on port {port}',
    headline:
      'This isn’t CORS: nothing listens on port {port} of `{hostname}`, or a firewall turns the connection away.',
    'headline-local':
      'This isn’t CORS: nothing listens on port {port} of this computer, so the server isn’t running there.',
    explanation:
      'The connection was refused before any request was sent. Firefox reports that as a CORS failure too, but no header can change it.',
    'evidence-stopped':
      'The browser reported `{error}`, although the same server answered other requests in this recording.',
    'action-start-the-server':
      'Start the server, and check that it listens on port {port} under the name that the page calls: `127.0.0.1`, `[::1]` and `localhost` can differ.',
    'action-check-host-and-port': 'Check host and port in `{url}`, and whether the server runs there.',
  },
  details: (context) => {
    const port = portOf(context.hop.url);
    const hostname = hostnameOf(context.hop.url);
    const stopped = answersElsewhere(context) ? { evidence: 'evidence-stopped' } : {};
    return isLoopbackHost(hostname)
      ? {
          data: { port },
          variant: { headline: 'headline-local', ...stopped },
          actions: [{ id: 'start-the-server', data: { port } }],
        }
      : { data: { port, hostname }, variant: stopped, actions: [{ id: 'check-host-and-port', data: {} }] };
  },
});

/** Whether another request of the recording got an answer from that server. */
function answersElsewhere({ exchange, history, hop }: RuleContext): boolean {
  return otherExchanges(exchange.id, hop.url, history).some(
    ({ hops }) => hops.at(-1)?.response !== undefined || hops.at(-1)?.preflight?.response !== undefined,
  );
}

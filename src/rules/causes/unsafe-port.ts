import { portOf } from '../display-url.ts';
import { fetchStandard } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** A port that browsers never send HTTP to. */
export const unsafePort = networkRule({
  id: 'unsafe-port',
  problems: ['unsafe-port'],
  links: [fetchStandard('bad ports', 'port-blocking')],
  words: {
    title: 'Port {port} is blocked by every browser',
    headline: 'This isn’t CORS: browsers never send requests to port {port}, so `{host}` needs another one.',
    explanation:
      'The Fetch standard lists ports of other protocols, such as mail or X11, that no page may talk to. The list can’t be changed by a header.',
    'action-choose-another-port': 'Let the server listen on another port, such as 3000, 8000 or 8080.',
  },
  details: ({ hop }) => ({
    data: { port: portOf(hop.url) },
    actions: [{ id: 'choose-another-port', data: {} }],
  }),
});

import { allowOriginRule } from '../allow-origin-rule.ts';
import { portOf } from '../display-url.ts';

/** The right scheme and host with another port, or with the scheme's default port spelt out. */
export const originPort = allowOriginRule({
  id: 'origin-port',
  differences: ['port', 'default-port'],
  words: {
    title: 'Allowed origin has another port',
    'title-default': 'Allowed origin spells out the default port',
    headline: '`{host}` allows `{value}`, but your page runs on port {port}: its origin is `{origin}`.',
    'headline-default':
      '`{host}` allows `{value}`, but browsers leave port {port} out: your origin is `{origin}`.',
    explanation:
      'The port is part of the origin. Development servers often move to the next free port, so the one in the server’s configuration may be yesterday’s, or another project’s.',
    'explanation-default':
      'Browsers never write the default port of a scheme into an origin, and compare letter by letter.',
  },
  details: ({ difference }, { exchange }) => ({
    data: { port: portOf(exchange.initiator) },
    ...(difference === 'default-port'
      ? {
          variant: {
            title: 'title-default',
            headline: 'headline-default',
            explanation: 'explanation-default',
          },
        }
      : { actions: [{ id: 'match-origin-on-server', data: {} }] }),
  }),
});

import { urlParts } from '../../fetch/url-parts.ts';
import type { AllowOriginDetails } from '../allow-origin-rule.ts';
import { anotherOriginRule } from '../another-origin-rule.ts';
import { portOf } from '../display-url.ts';

/** The right scheme and host with another port or none, or with the scheme's default port spelt out. */
export const originPort = anotherOriginRule({
  id: 'origin-port',
  differences: ['port', 'default-port'],
  words: {
    title: 'Allowed origin has another port',
    'title-missing': 'Allowed origin lacks the port',
    'title-default': 'Allowed origin spells out the default port',
    headline: '`{host}` allows `{value}`, but your page runs on port {port}: its origin is `{origin}`.',
    'headline-missing':
      '`{host}` allows `{value}` without a port, but your page runs on port {port}: its origin is `{origin}`.',
    'headline-default':
      '`{host}` allows `{value}`, but browsers leave port {port} out: your origin is `{origin}`.',
    explanation:
      'The port is part of the origin. Development servers often move to the next free port, so the one in the server’s configuration may be yesterday’s, or another project’s.',
    'explanation-missing':
      'The port is part of the origin, and one without it means the scheme’s default: 80 for http, 443 for https.',
    'explanation-default':
      'Browsers never write the default port of a scheme into an origin, and compare letter by letter.',
  },
  details: ({ value, difference }, { exchange }) => ({
    data: { port: portOf(exchange.initiator) },
    ...(difference === 'default-port' ? DEFAULT : urlParts(value)?.port === '' ? MISSING : {}),
  }),
});

const DEFAULT: AllowOriginDetails = {
  actions: [],
  variant: { title: 'title-default', headline: 'headline-default', explanation: 'explanation-default' },
};
const MISSING: AllowOriginDetails = {
  variant: { title: 'title-missing', headline: 'headline-missing', explanation: 'explanation-missing' },
};

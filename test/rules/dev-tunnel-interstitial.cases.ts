import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const NGROK = 'https://a1b2.ngrok-free.app/items';
const CODESPACE = 'https://fluffy-3000.app.github.dev/items';

export const cases: readonly RuleCase[] = [
  {
    name: 'ngrok’s warning page',
    exchange: {
      url: NGROK,
      response: { headers: { 'Content-Type': 'text/html', 'ngrok-error-code': 'ERR_NGROK_6024' } },
      outcome: 'blocked',
    },
    cause: 'dev-tunnel-interstitial',
    verdict: 'blocked',
    data: { tunnel: 'ngrok' },
    says: ['ngrok', 'warning page'],
    actions: ['skip-tunnel-warning'],
  },
  {
    name: 'nothing runs behind ngrok',
    exchange: {
      ...PUT_JSON,
      url: NGROK,
      preflight: { status: 404, headers: { 'ngrok-error-code': 'ERR_NGROK_3200' } },
    },
    cause: 'dev-tunnel-interstitial',
    verdict: 'blocked',
    says: ['404', 'a1b2.ngrok-free.app'],
    actions: ['start-behind-tunnel'],
  },
  {
    name: 'the preflight to a private port of a codespace',
    exchange: {
      ...PUT_JSON,
      url: CODESPACE,
      preflight: { status: 302, headers: { Location: 'https://github.dev/pf-signin?id=fluffy' } },
    },
    cause: 'dev-tunnel-interstitial',
    verdict: 'blocked',
    says: ['GitHub Codespaces', '302'],
    actions: ['make-port-public'],
    fixable: false,
  },
  {
    name: 'a private port of a dev tunnel',
    exchange: {
      url: 'https://a1b2-3000.euw.devtunnels.ms/items',
      response: { status: 401, headers: { 'WWW-Authenticate': 'tunnel' } },
      outcome: 'blocked',
    },
    cause: 'dev-tunnel-interstitial',
    verdict: 'blocked',
    actions: ['make-port-public'],
  },
  {
    name: 'the request has arrived at Gitpod’s sign-in',
    exchange: {
      url: 'https://3000-fluffy.ws-eu.gitpod.io/items',
      response: { headers: allowing('*') },
      redirects: [{ url: 'https://gitpod.io/login', sends: 'null', response: {} }],
      outcome: 'blocked',
    },
    cause: 'dev-tunnel-interstitial',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not if the application signs in elsewhere',
    exchange: {
      ...PUT_JSON,
      url: CODESPACE,
      preflight: { status: 302, headers: { Location: 'https://github.com/login/oauth/authorize' } },
    },
    cause: 'preflight-redirected-to-login',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not for the rate limit of ngrok',
    exchange: {
      url: NGROK,
      response: { status: 429, headers: { 'ngrok-error-code': 'ERR_NGROK_734' } },
      outcome: 'blocked',
    },
    cause: 'rate-limit',
    verdict: 'blocked',
  },
  {
    name: 'not if nothing shows that the tunnel answered',
    exchange: { url: NGROK, response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    unknown: true,
  },
  {
    name: 'not if the response is the server’s',
    exchange: { url: NGROK, response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
];

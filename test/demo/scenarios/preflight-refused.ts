import { blocked } from '../expectation.ts';
import type { Scenario, ScenarioGroup } from '../scenario.ts';

const JSON_BODY = { 'Content-Type': 'application/json' };
const PUT_JSON: Scenario['request'] = {
  via: 'fetch',
  method: 'PUT',
  headers: JSON_BODY,
  body: '{"quantity":3}',
};
const WITH_TOKEN: Scenario['request'] = { via: 'fetch', headers: { Authorization: 'Bearer demo-token' } };

const unanswered = (cause: string) =>
  blocked(cause, 'PreflightMissingAllowOriginHeader', 'CORSMissingAllowOrigin2');

/** Preflights that somebody answers who doesn't know what a preflight is. */
export const preflightRefusedScenarios: ScenarioGroup = {
  heading: 'The preflight is refused',
  scenarios: [
    {
      id: 'preflight-needs-token',
      title: 'Sign-in before CORS',
      broken: 'The sign-in middleware answers the preflight with 401; a preflight never carries a token.',
      target: { server: 'expressMiddlewareFirst', path: '/account' },
      request: WITH_TOKEN,
      expect: unanswered('preflight-unauthorized'),
    },
    {
      id: 'preflight-blocked-by-firewall',
      title: 'A firewall that forbids OPTIONS',
      broken: 'A web application firewall answers every OPTIONS request with 403.',
      target: { server: 'strictRouter', path: '/payments' },
      request: PUT_JSON,
      expect: unanswered('preflight-unauthorized'),
    },
    {
      id: 'preflight-not-found',
      title: 'No route for OPTIONS',
      broken: 'The router knows `PUT /invoices`, but answers `OPTIONS /invoices` with 404.',
      target: { server: 'strictRouter', path: '/invoices' },
      request: PUT_JSON,
      expect: unanswered('preflight-not-handled'),
    },
    {
      id: 'preflight-method-not-allowed',
      title: 'OPTIONS is not allowed',
      broken: 'The router answers OPTIONS with 405 and `Allow: GET, PUT, DELETE`.',
      target: { server: 'strictRouter', path: '/customers' },
      request: PUT_JSON,
      expect: unanswered('preflight-not-handled'),
    },
    {
      id: 'preflight-405-with-cors-headers',
      title: 'Right headers, wrong status',
      broken: 'All CORS headers are there, but the preflight is answered with 405.',
      target: { server: 'strictRouter', path: '/shipments' },
      request: PUT_JSON,
      expect: blocked('preflight-not-handled', 'PreflightInvalidStatus', 'CORSPreflightDidNotSucceed3'),
    },
    {
      id: 'preflight-not-implemented',
      title: 'OPTIONS is not implemented',
      broken:
        'A minimal server answers OPTIONS with 501; the upload needs a preflight because of its progress listener.',
      target: { server: 'strictRouter', path: '/uploads' },
      request: { via: 'xhr', method: 'POST', body: 'a file', uploadListener: true },
      expect: unanswered('preflight-not-handled'),
    },
    {
      id: 'preflight-crash',
      title: 'A crash on the preflight',
      broken:
        'A middleware reads the token without asking whether there is one: the preflight ends in a 500.',
      target: { server: 'expressMiddlewareFirst', path: '/profile' },
      request: WITH_TOKEN,
      expect: unanswered('preflight-server-error'),
    },
    {
      id: 'preflight-without-cors-headers',
      title: 'OPTIONS answered, CORS forgotten',
      broken: 'Only the DELETE route has `cors()`; Express answers OPTIONS by itself, without CORS headers.',
      target: { server: 'expressPerRouteCors', path: '/orders/17' },
      request: { via: 'fetch', method: 'DELETE' },
      expect: unanswered('preflight-without-cors-headers'),
    },
    {
      id: 'preflight-redirected-slash',
      title: 'A missing slash',
      broken: 'The app redirects `/users` to `/users/` before CORS; a preflight must not be redirected.',
      target: { server: 'expressRedirects', path: '/users' },
      request: PUT_JSON,
      expect: redirected('preflight-redirected-slash'),
    },
    {
      id: 'preflight-redirected-to-https',
      title: 'http where https is expected',
      broken: 'The gateway redirects every http request to https, also the preflight.',
      target: { server: 'gateway', path: '/secure/orders' },
      request: PUT_JSON,
      expect: redirected('preflight-redirected-to-https'),
    },
    {
      id: 'preflight-redirected-to-login',
      title: 'A sign-in page for the preflight',
      broken: 'The single sign-on in front of the API sends the preflight to its login page.',
      target: { server: 'gateway', path: '/intranet/orders' },
      request: PUT_JSON,
      expect: redirected('preflight-redirected-to-login'),
    },
    {
      id: 'preflight-redirected-to-other-host',
      title: 'An API that moved',
      broken:
        'The gateway redirects to the host of the region, with CORS headers, but before the preflight passes.',
      target: { server: 'gateway', path: '/eu/orders' },
      request: PUT_JSON,
      expect: redirectedWithCors('preflight-redirected-to-other-host'),
    },
    {
      id: 'preflight-redirected-elsewhere',
      title: 'Closed for maintenance',
      broken: 'The gateway redirects every request, also the preflight, to a page about the maintenance.',
      target: { server: 'gateway', path: '/maintenance/orders' },
      request: PUT_JSON,
      expect: redirectedWithCors('preflight-redirected-elsewhere'),
    },
    {
      id: 'bucket-rule-too-narrow',
      title: 'A bucket that allows reading only',
      broken: 'The CORS rule of the storage bucket knows GET; the page uploads with PUT.',
      target: { server: 'storageBucket', path: '/photos/cat.json' },
      request: { ...PUT_JSON, after: { via: 'fetch' } },
      expect: unanswered('bucket-rule-too-narrow'),
    },
    {
      id: 'gateway-error-on-preflight',
      title: 'A dead service behind the preflight',
      broken: 'The service behind the proxy is down; the proxy answers the preflight with 502.',
      target: { server: 'reverseProxy', path: '/billing/invoices' },
      request: PUT_JSON,
      expect: unanswered('gateway-error'),
    },
  ],
};

function redirected(cause: string): Scenario['expect'] {
  return blocked(cause, 'PreflightDisallowedRedirect', 'CORSMissingAllowOrigin2');
}

function redirectedWithCors(cause: string): Scenario['expect'] {
  return blocked(cause, 'PreflightDisallowedRedirect', 'CORSExternalRedirectNotAllowed');
}

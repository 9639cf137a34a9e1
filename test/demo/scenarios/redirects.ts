import { blocked } from '../expectation.ts';
import type { ScenarioGroup } from '../scenario.ts';

/** Redirects of the request itself. */
export const redirectScenarios: ScenarioGroup = {
  heading: 'Redirects',
  scenarios: [
    {
      id: 'redirect-without-cors-headers',
      title: 'A redirect without CORS headers',
      broken: 'The final API is public, but the redirect on the way to it has no CORS headers.',
      target: { server: 'gateway', path: '/silent/orders' },
      request: { via: 'fetch' },
      expect: blocked('redirect-without-cors-headers', 'MissingAllowOriginHeader', 'CORSMissingAllowOrigin2'),
    },
    {
      id: 'redirect-to-login-page',
      title: 'A session that ran out',
      broken: 'The session is over, so the API redirects to the login page instead of answering 401.',
      target: { server: 'expressRedirects', path: '/session/orders' },
      request: { via: 'fetch', credentials: 'include' },
      expect: blocked('redirect-to-login', 'MissingAllowOriginHeader', 'CORSMissingAllowOrigin2'),
    },
    {
      id: 'redirect-tainted-origin',
      title: 'A redirect makes the origin null',
      broken: 'The gateway redirects to another origin; from there on the browser sends `Origin: null`.',
      target: { server: 'gateway', path: '/moved/orders' },
      request: { via: 'fetch' },
      expect: blocked('redirect-tainted-origin', 'MissingAllowOriginHeader', 'CORSMissingAllowOrigin2'),
    },
    {
      id: 'redirect-tainted-origin-after-preflight',
      title: 'A redirect after the preflight',
      broken:
        'The preflight passes, then the POST is redirected to another origin, which gets `Origin: null`.',
      target: { server: 'gateway', path: '/v1/orders' },
      request: {
        via: 'fetch',
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"item":"Tea"}',
      },
      expect: blocked(
        'redirect-tainted-origin',
        'PreflightMissingAllowOriginHeader',
        'CORSMissingAllowOrigin2',
      ),
    },
    {
      id: 'redirect-with-credentials-in-url',
      title: 'A password in the redirect',
      broken: 'The gateway redirects to `http://user:password@host/`, which browsers refuse across origins.',
      target: { server: 'gateway', path: '/reports' },
      request: { via: 'fetch' },
      expect: blocked(
        'redirect-with-credentials-in-url',
        'RedirectContainsCredentials',
        'CORSDidNotSucceed2',
      ),
    },
  ],
};

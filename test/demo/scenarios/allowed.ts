import { allowed } from '../expectation.ts';
import type { ScenarioGroup } from '../scenario.ts';

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Requests that work, so that there is something to compare with. */
export const allowedScenarios: ScenarioGroup = {
  heading: 'What works',
  scenarios: [
    {
      id: 'allowed-simple',
      title: 'A public API',
      broken: 'Nothing: the API sends `Access-Control-Allow-Origin: *` for everyone.',
      target: { server: 'expressWellConfigured', path: '/public/catalogue' },
      request: { via: 'fetch' },
      expect: allowed(),
    },
    {
      id: 'allowed-preflighted',
      title: 'PUT with JSON',
      broken: 'Nothing: the preflight allows the origin, the method and both headers.',
      target: { server: 'expressWellConfigured', path: '/orders/17' },
      request: {
        via: 'fetch',
        method: 'PUT',
        headers: { ...JSON_BODY, 'X-Request-Id': '4711' },
        body: '{"quantity":3}',
      },
      expect: allowed(),
    },
    {
      id: 'allowed-credentialed',
      title: 'A request with cookies',
      broken: 'Nothing: the API names this very origin and allows credentials.',
      target: { server: 'expressWellConfigured', path: '/me' },
      request: { via: 'fetch', credentials: 'include' },
      expect: allowed(),
    },
    {
      id: 'allowed-cached-preflight',
      title: 'Two PATCH requests, one preflight',
      broken: 'Nothing: the second request uses the cached preflight of the first.',
      target: { server: 'handwrittenHeaders', path: '/preflight/cached' },
      request: { via: 'fetch', method: 'PATCH', headers: JSON_BODY, body: '{}', times: 2 },
      expect: allowed(),
    },
    {
      id: 'allowed-error-response',
      title: 'An error that the page can read',
      broken: 'Not CORS: the API refuses the order with 422, and says so with CORS headers.',
      target: { server: 'expressWellConfigured', path: '/invalid' },
      request: { via: 'fetch', method: 'POST', headers: JSON_BODY, body: '{"quantity":-1}' },
      expect: allowed(),
    },
    {
      id: 'header-not-exposed',
      title: 'A header that stays hidden',
      broken:
        'The response is readable, but its `X-Total-Count` header is not in `Access-Control-Expose-Headers`.',
      target: { server: 'expressWellConfigured', path: '/public/orders' },
      request: { via: 'fetch', readHeader: 'X-Total-Count' },
      expect: allowed('header-not-exposed'),
    },
  ],
};

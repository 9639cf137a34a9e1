import { blocked } from '../expectation.ts';
import type { ScenarioGroup } from '../scenario.ts';

const JSON_BODY = { 'Content-Type': 'application/json' };
const missing = (cause: string) => blocked(cause, 'MissingAllowOriginHeader', 'CORSMissingAllowOrigin2');

/** Responses without Access-Control-Allow-Origin, and what is behind it. */
export const missingHeaderScenarios: ScenarioGroup = {
  heading: 'The header is missing',
  scenarios: [
    {
      id: 'no-cors-headers',
      title: 'An API without CORS',
      broken: 'The API was written for other servers and sends no CORS header at all.',
      target: { server: 'plainApi', path: '/orders' },
      request: { via: 'fetch' },
      expect: missing('no-cors-headers'),
    },
    {
      id: 'cors-below-the-routes',
      title: 'cors() below the routes',
      broken: 'The Express app calls `app.use(cors())` after its routes, which have answered by then.',
      target: { server: 'expressLateCors', path: '/orders' },
      request: { via: 'fetch' },
      expect: missing('no-cors-headers'),
    },
    {
      id: 'crash-without-cors-headers',
      title: 'A crash behind the CORS error',
      broken: 'The preflight passes; then the checkout crashes with 500, and the error has no CORS headers.',
      target: { server: 'handwrittenHeaders', path: '/checkout' },
      request: { via: 'fetch', method: 'POST', headers: JSON_BODY, body: '{"basket":17}' },
      expect: missing('error-response-without-cors-headers'),
    },
    {
      id: 'not-found-without-cors-headers',
      title: 'A typo in the path',
      broken: 'Only `/orders` has CORS headers; the 404 of `/order` has none.',
      target: { server: 'expressPerRouteCors', path: '/order' },
      request: { via: 'fetch' },
      expect: missing('error-response-without-cors-headers'),
    },
    {
      id: 'body-too-large-without-cors-headers',
      title: 'A body that is too large',
      broken: '`express.json()` stands before `cors()` and refuses the body with 413.',
      target: { server: 'expressMiddlewareFirst', path: '/notes' },
      request: {
        via: 'xhr',
        method: 'POST',
        headers: JSON_BODY,
        body: JSON.stringify({ note: 'x'.repeat(2000) }),
      },
      expect: missing('error-response-without-cors-headers'),
    },
    {
      id: 'rate-limit-without-cors-headers',
      title: 'A rate limit',
      broken: 'The rate limiter stands before `cors()` and answers 429 without CORS headers.',
      target: { server: 'expressMiddlewareFirst', path: '/search' },
      request: { via: 'fetch' },
      expect: missing('error-response-without-cors-headers'),
    },
    {
      id: 'bad-gateway-without-cors-headers',
      title: 'A dead service behind a proxy',
      broken: 'The service behind the proxy is down; the proxy answers 502 without CORS headers.',
      target: { server: 'reverseProxy', path: '/billing/invoices' },
      request: { via: 'fetch' },
      expect: missing('error-response-without-cors-headers'),
    },
    {
      id: 'cors-on-options-only',
      title: 'CORS for the preflight only',
      broken: 'The app has `app.options(path, cors())`, but the POST route sends no CORS headers.',
      target: { server: 'expressPerRouteCors', path: '/basket' },
      request: { via: 'fetch', method: 'POST', headers: { 'X-Request-Id': '4711' } },
      expect: missing('actual-response-without-cors-headers'),
    },
  ],
};

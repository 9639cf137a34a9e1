import { allowed, blocked } from '../expectation.ts';
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
      expect: missing('body-too-large'),
    },
    {
      id: 'rate-limit-without-cors-headers',
      title: 'A rate limit',
      broken: 'The rate limiter stands before `cors()` and answers 429 without CORS headers.',
      target: { server: 'expressMiddlewareFirst', path: '/search' },
      request: { via: 'fetch' },
      expect: missing('rate-limit'),
    },
    {
      id: 'bad-gateway-without-cors-headers',
      title: 'A dead service behind a proxy',
      broken: 'The service behind the proxy is down; the proxy answers 502 without CORS headers.',
      target: { server: 'reverseProxy', path: '/billing/invoices' },
      request: { via: 'fetch' },
      expect: missing('gateway-error'),
    },
    {
      id: 'cors-on-options-only',
      title: 'CORS for the preflight only',
      broken: 'The app has `app.options(path, cors())`, but the POST route sends no CORS headers.',
      target: { server: 'expressPerRouteCors', path: '/basket' },
      request: { via: 'fetch', method: 'POST', headers: { 'X-Request-Id': '4711' } },
      expect: missing('actual-response-without-cors-headers'),
    },
    {
      id: 'bucket-without-cors-rule',
      title: 'A bucket without a CORS rule',
      broken: 'The storage bucket is public, but nobody gave it a CORS rule.',
      target: { server: 'storageBucket', path: '/backups/cat.json' },
      request: { via: 'fetch' },
      expect: missing('bucket-without-cors-rule'),
    },
    {
      id: 'cached-without-cors-headers',
      title: 'An image that was there before',
      broken:
        'The page shows the image first; the browser keeps that response, which has no CORS headers, and gives it to `fetch` as well (not in Firefox).',
      target: { server: 'assetHost', path: '/images/hero.gif' },
      request: { via: 'fetch', after: { via: 'image' } },
      expect: { chromium: missing('cached-without-cors-headers').chromium, firefox: allowed().firefox },
    },
    {
      id: 'dev-tunnel-interstitial',
      title: 'The warning page of a tunnel',
      broken:
        'The tunnel to a colleague’s computer shows browsers a warning page first, without CORS headers.',
      target: { server: 'devTunnel', path: '/orders' },
      request: { via: 'fetch' },
      expect: missing('dev-tunnel-interstitial'),
    },
    {
      id: 'bot-challenge',
      title: 'A check for robots',
      broken:
        'The network in front of the API takes the script for a robot and answers with a challenge page.',
      target: { server: 'edgeNetwork', path: '/orders' },
      request: { via: 'fetch' },
      expect: missing('bot-challenge'),
    },
    {
      id: 'aws-api-gateway-error',
      title: 'The cloud’s gateway says no',
      broken: 'The preflight passes; then the API gateway itself refuses the request, without CORS headers.',
      target: { server: 'cloudGateway', path: '/prod/orders' },
      request: { via: 'fetch', method: 'POST', headers: JSON_BODY, body: '{"item":"Tea"}' },
      expect: missing('aws-api-gateway-error'),
    },
    {
      id: 'host-filter',
      title: 'A framework that doesn’t know its host',
      broken: 'Django answers 400 to every request, because the host is missing from `ALLOWED_HOSTS`.',
      target: { server: 'frameworkFilters', path: '/django/orders' },
      request: { via: 'fetch' },
      expect: missing('host-or-csrf-filter'),
    },
    {
      id: 'origin-filter',
      title: 'Invalid CORS request',
      broken: 'Spring answers 403 by itself to every request from an origin that isn’t on its list.',
      target: { server: 'frameworkFilters', path: '/spring/orders' },
      request: { via: 'fetch' },
      expect: missing('refused-by-cors-layer'),
    },
  ],
};

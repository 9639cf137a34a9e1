import { blocked } from '../expectation.ts';
import type { ScenarioGroup } from '../scenario.ts';

const headerRefused = (cause: string) =>
  blocked(cause, 'HeaderDisallowedByPreflightResponse', 'CORSMissingAllowHeaderFromPreflight2');
const methodRefused = (cause: string) =>
  blocked(cause, 'MethodDisallowedByPreflightResponse', 'CORSMethodNotFound');

/** Preflights whose answer allows too little, or can't be read. */
export const preflightListScenarios: ScenarioGroup = {
  heading: 'The preflight allows too little',
  scenarios: [
    {
      id: 'header-not-allowed',
      title: 'A header that nobody allowed',
      broken: "`cors({ allowedHeaders: ['Content-Type'] })`, but the page also sends two `X-` headers.",
      target: { server: 'expressPreflightOptions', path: '/content-type-only/orders' },
      request: { via: 'fetch', headers: { 'X-Api-Key': 'demo-key', 'X-Trace-Id': '4711' } },
      expect: headerRefused('header-not-allowed'),
    },
    {
      id: 'content-type-not-allowed',
      title: 'JSON without permission',
      broken: 'The preflight does not allow `Content-Type`, so the page may not send JSON.',
      target: { server: 'expressPreflightOptions', path: '/accept-only/orders' },
      request: { via: 'xhr', method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' },
      expect: headerRefused('content-type-not-allowed'),
    },
    {
      id: 'authorization-not-allowed',
      title: 'A token without permission',
      broken: "`cors({ allowedHeaders: ['Content-Type'] })`, but the page sends a token in `Authorization`.",
      target: { server: 'expressPreflightOptions', path: '/content-type-only/orders' },
      request: { via: 'fetch', headers: { Authorization: 'Bearer demo-token' } },
      expect: headerRefused('authorization-not-allowed'),
    },
    {
      id: 'tracing-header-not-allowed',
      title: 'Tracing headers of a monitoring library',
      broken:
        'The monitoring library adds `sentry-trace` and `baggage` to every request; the API expects neither.',
      target: { server: 'expressPreflightOptions', path: '/content-type-only/orders' },
      request: {
        via: 'fetch',
        headers: {
          'sentry-trace': '771a43a4192642f0b136d5159a501700-b7ad6b7169203331-1',
          baggage: 'sentry-release=1.0',
        },
      },
      expect: headerRefused('tracing-header-not-allowed'),
    },
    {
      id: 'library-header-not-allowed',
      title: 'A header that a library adds',
      broken: 'The HTTP library adds `X-Requested-With` by default, and the API does not allow it.',
      target: { server: 'expressPreflightOptions', path: '/content-type-only/orders' },
      request: { via: 'xhr', headers: { 'X-Requested-With': 'XMLHttpRequest' } },
      expect: headerRefused('library-header-not-allowed'),
    },
    {
      id: 'response-header-sent-in-request',
      title: 'A response header in the request',
      broken: 'The page sends `Access-Control-Allow-Origin: *` itself, as an old answer on the web advises.',
      target: { server: 'expressPreflightOptions', path: '/content-type-only/orders' },
      request: { via: 'fetch', headers: { 'Access-Control-Allow-Origin': '*' } },
      expect: headerRefused('response-header-sent-in-request'),
    },
    {
      id: 'several-headers-not-allowed',
      title: 'Three headers, one list',
      broken:
        'A token, an API key and a library’s header are missing from the list; browsers name only one of them.',
      target: { server: 'expressPreflightOptions', path: '/accept-only/orders' },
      request: {
        via: 'fetch',
        headers: { Authorization: 'Bearer demo-token', 'X-Api-Key': 'demo-key', 'X-Requested-With': 'fetch' },
      },
      expect: headerRefused('several-headers-not-allowed'),
    },
    {
      id: 'method-not-allowed',
      title: 'PATCH is not on the list',
      broken: "`cors({ methods: ['GET', 'POST'] })` lets GET through, but not PATCH.",
      target: { server: 'expressPreflightOptions', path: '/no-patch/orders' },
      request: {
        via: 'fetch',
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: '{"quantity":3}',
      },
      expect: methodRefused('method-not-allowed'),
    },
    {
      id: 'method-case',
      title: 'patch in lower case',
      broken: "The page calls fetch with `method: 'patch'`; only PATCH is allowed, and case counts.",
      target: { server: 'expressPreflightOptions', path: '/with-patch/orders' },
      request: { via: 'fetch', method: 'patch' },
      expect: methodRefused('method-case'),
    },
    {
      id: 'method-list-in-lower-case',
      title: 'A list in lower case',
      broken: 'The API allows `get, put, delete`; browsers ask for `PUT`, and case counts.',
      target: { server: 'handwrittenHeaders', path: '/preflight/lower-case-methods' },
      request: { via: 'fetch', method: 'PUT' },
      expect: methodRefused('method-case'),
    },
    {
      id: 'allow-headers-unparsable',
      title: 'Semicolons between headers',
      broken: "`cors({ allowedHeaders: 'Content-Type; X-Api-Key' })` is not a list that browsers can read.",
      target: { server: 'expressPreflightOptions', path: '/semicolons/orders' },
      request: { via: 'fetch', headers: { 'X-Api-Key': 'demo-key' } },
      expect: blocked(
        'allow-headers-unparsable',
        'InvalidAllowHeadersPreflightResponse',
        'CORSInvalidAllowHeader',
      ),
    },
    {
      id: 'allow-methods-unparsable',
      title: 'Spaces between methods',
      broken: 'The API sends `Access-Control-Allow-Methods: GET PUT POST`, without commas.',
      target: { server: 'handwrittenHeaders', path: '/preflight/methods-with-spaces' },
      request: { via: 'fetch', method: 'PUT' },
      expect: blocked(
        'allow-methods-unparsable',
        'InvalidAllowMethodsPreflightResponse',
        'CORSInvalidAllowMethod',
      ),
    },
    {
      id: 'wildcard-headers-with-credentials',
      title: 'Any header, with cookies',
      broken: '`Access-Control-Allow-Headers: *` allows only a header called `*` when cookies may be sent.',
      target: { server: 'expressPreflightOptions', path: '/any-header/orders' },
      request: { via: 'fetch', credentials: 'include', headers: { 'X-Api-Key': 'demo-key' } },
      expect: headerRefused('wildcard-headers-with-credentials'),
    },
    {
      id: 'wildcard-methods-with-credentials',
      title: 'Any method, with cookies',
      broken: '`Access-Control-Allow-Methods: *` allows only a method called `*` when cookies may be sent.',
      target: { server: 'handwrittenHeaders', path: '/preflight/any-method' },
      request: { via: 'fetch', method: 'DELETE', credentials: 'include' },
      expect: methodRefused('wildcard-methods-with-credentials'),
    },
  ],
};

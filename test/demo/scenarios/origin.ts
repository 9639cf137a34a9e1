import { blocked } from '../expectation.ts';
import type { Scenario, ScenarioGroup } from '../scenario.ts';

const mismatch = (cause: string) => blocked(cause, 'AllowOriginMismatch', 'CORSAllowOriginNotMatchingOrigin');

/** An Access-Control-Allow-Origin that is there, and doesn't name this page. */
export const originScenarios: ScenarioGroup = {
  heading: 'The wrong origin',
  scenarios: [
    expressOrigin(
      'origin-trailing-slash',
      'A slash too many',
      "`cors({ origin: 'http://localhost:…/' })` ends with a slash; an origin has none.",
      '/trailing-slash/orders',
    ),
    nodeOrigin(
      'origin-scheme',
      'https instead of http',
      'The API allows `https://localhost:…`, this page is on http.',
      '/origin/scheme',
    ),
    {
      id: 'origin-port',
      title: 'The port of another dev server',
      broken: "`cors({ origin: 'http://localhost:3000' })`, but this page is on another port.",
      target: { server: 'expressOriginOption', path: '/port/orders' },
      request: {
        via: 'fetch',
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: '{"quantity":3}',
      },
      expect: blocked('origin-port', 'PreflightAllowOriginMismatch', 'CORSAllowOriginNotMatchingOrigin'),
    },
    nodeOrigin(
      'origin-www',
      'www in front of the host',
      'The API allows `http://www.localhost:…`, this page has no www.',
      '/origin/www',
    ),
    nodeOrigin(
      'origin-loopback-name',
      '127.0.0.1 instead of localhost',
      'The API allows `http://127.0.0.1:…`, this page is on localhost: the same computer, another origin.',
      '/origin/loopback-name',
    ),
    nodeOrigin(
      'origin-case',
      'Upper case',
      'The API allows `HTTP://LOCALHOST:…`; browsers compare letter by letter, in lower case.',
      '/origin/case',
    ),
    nodeOrigin(
      'origin-missing-scheme',
      'A host without http://',
      'The API allows `localhost:…`, which is a host and a port, but not an origin.',
      '/origin/missing-scheme',
    ),
    expressOrigin(
      'origin-other',
      'Only production is allowed',
      "`cors({ origin: 'https://app.example.com' })` knows nothing of this page.",
      '/production-only/orders',
    ),
    expressOrigin(
      'origin-pattern',
      'A wildcard for subdomains',
      "`cors({ origin: 'https://*.example.com' })` sends the pattern as it is; browsers know no patterns.",
      '/pattern/orders',
    ),
    {
      ...nodeOrigin(
        'origin-regular-expression',
        'A regular expression as text',
        'The API sends the text of a regular expression as the allowed origin.',
        '/origin/pattern',
      ),
      expect: blocked('origin-pattern', 'InvalidAllowOriginValue', 'CORSAllowOriginNotMatchingOrigin'),
    },
    {
      ...nodeOrigin(
        'origin-empty',
        'An empty setting',
        'The allowed origin comes from an environment variable that nobody set.',
        '/origin/empty',
      ),
      expect: blocked('origin-empty', 'InvalidAllowOriginValue', 'CORSAllowOriginNotMatchingOrigin'),
    },
    {
      ...expressOrigin(
        'origin-list',
        'Two origins in one line',
        '`cors({ origin: process.env.ORIGINS })` sends the whole comma-separated list.',
        '/list/orders',
      ),
      expect: blocked('origin-list', 'MultipleAllowOriginValues', 'CORSAllowOriginNotMatchingOrigin'),
    },
    {
      id: 'duplicate-allow-origin',
      title: 'Two layers, two headers',
      broken:
        'The Express app sends `Access-Control-Allow-Origin`, and the proxy in front of it adds another.',
      target: { server: 'reverseProxy', path: '/public/orders' },
      request: { via: 'fetch' },
      expect: blocked(
        'duplicate-allow-origin',
        'MultipleAllowOriginValues',
        'CORSMultipleAllowOriginNotAllowed',
      ),
    },
    {
      id: 'opaque-origin',
      title: 'A sandboxed frame',
      broken: 'The request comes from a frame with `sandbox="allow-scripts"`: its origin is `null`.',
      target: { server: 'expressOriginOption', path: '/this-origin/orders' },
      request: { via: 'sandboxed-frame' },
      expect: mismatch('opaque-origin'),
    },
    {
      id: 'cdn-copy-of-other-origin',
      title: 'A copy for somebody else',
      broken:
        'The API echoes the origin without `Vary: Origin`, so the network in front of it gives everyone the first copy.',
      target: { server: 'edgeNetwork', path: '/prices' },
      request: { via: 'fetch' },
      expect: mismatch('cdn-copy-of-other-origin'),
    },
  ],
};

function nodeOrigin(id: string, title: string, broken: string, path: string): Scenario {
  const target = { server: 'handwrittenHeaders', path } as const;
  return { id, title, broken, target, request: { via: 'fetch' }, expect: mismatch(id) };
}

function expressOrigin(id: string, title: string, broken: string, path: string): Scenario {
  const target = { server: 'expressOriginOption', path } as const;
  return { id, title, broken, target, request: { via: 'fetch' }, expect: mismatch(id) };
}

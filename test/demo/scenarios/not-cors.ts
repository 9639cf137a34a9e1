import { allowed, failed } from '../expectation.ts';
import type { ScenarioGroup } from '../scenario.ts';

/** What the console often calls CORS, and what isn't. */
export const notCorsScenarios: ScenarioGroup = {
  heading: 'Not CORS at all',
  scenarios: [
    {
      id: 'connection-refused',
      title: 'Nobody listens',
      broken: 'The API is not running: nothing listens on its port.',
      target: { server: 'stopped', path: '/orders' },
      request: { via: 'fetch' },
      expect: failed('connection-refused', 'CORSDidNotSucceed2'),
    },
    {
      id: 'connection-refused-on-preflight',
      title: 'Nobody listens to the preflight',
      broken: 'The API is not running, and the request would need a preflight.',
      target: { server: 'stopped', path: '/orders' },
      request: { via: 'fetch', method: 'DELETE' },
      expect: failed('connection-refused', 'CORSDidNotSucceed2'),
    },
    {
      id: 'name-not-resolved',
      title: 'A host that does not exist',
      broken: 'The host name has a typo: no DNS entry exists for it.',
      target: { url: 'http://api.shop.invalid/orders' },
      request: { via: 'fetch' },
      expect: failed('name-not-resolved', 'CORSDidNotSucceed2'),
    },
    {
      id: 'tls-certificate',
      title: 'A certificate that nobody trusts',
      broken: 'The API uses https with a self-signed certificate.',
      target: { server: 'selfSigned', path: '/orders' },
      request: { via: 'fetch' },
      expect: failed('tls-certificate', 'CORSDidNotSucceed2'),
    },
    {
      id: 'connection-closed',
      title: 'A crash without an answer',
      broken: 'The server process dies while it handles the request; the connection ends without a response.',
      target: { server: 'unreliable', path: '/crash' },
      request: { via: 'fetch' },
      expect: failed('connection-closed', 'CORSDidNotSucceed2'),
    },
    {
      id: 'connection-reset-on-preflight',
      title: 'A reset on the preflight',
      broken: 'A load balancer resets the connection as soon as it sees OPTIONS.',
      target: { server: 'unreliable', path: '/reset' },
      request: { via: 'fetch', method: 'DELETE' },
      expect: failed('connection-closed', 'CORSDidNotSucceed2'),
    },
    {
      id: 'aborted',
      title: 'The page loses patience',
      broken: 'The API does not answer, and the page aborts the request after 400 ms.',
      target: { server: 'unreliable', path: '/slow' },
      request: { via: 'fetch', abortAfterMs: 400 },
      expect: failed('aborted'),
    },
    {
      id: 'unsafe-port',
      title: 'A port that browsers refuse',
      broken: 'Port 6000 belongs to X11; browsers never send HTTP there.',
      target: { url: 'http://localhost:6000/orders' },
      request: { via: 'fetch' },
      expect: {
        chromium: { script: 'rejects', verdict: 'failed', cause: 'unsafe-port' },
        firefox: { script: 'rejects', verdict: 'unknown', cause: 'unsafe-port', unseen: true },
      },
    },
    {
      id: 'local-network-access',
      title: 'A public page that calls this computer',
      broken:
        'A frame that counts as a page of the public internet calls an API on this computer (Chromium only).',
      target: { server: 'expressWellConfigured', path: '/me' },
      request: { via: 'public-frame' },
      expect: {
        chromium: {
          script: 'rejects',
          verdict: 'failed',
          chromiumCode: 'LocalNetworkAccessPermissionDenied',
          cause: 'local-network-access',
        },
        firefox: allowed().firefox,
      },
    },
    {
      id: 'local-network-insecure-page',
      title: 'A public page without https',
      broken:
        'A frame that counts as a page of the public internet, on plain http, calls an API on this computer (Chromium only).',
      target: { server: 'expressWellConfigured', path: '/public/catalogue' },
      request: { via: 'insecure-public-frame' },
      expect: {
        chromium: {
          script: 'rejects',
          verdict: 'failed',
          chromiumCode: 'InsecureLocalNetwork',
          cause: 'local-network-insecure-page',
        },
        firefox: allowed().firefox,
      },
    },
    {
      id: 'blocked-by-client',
      title: 'An ad blocker',
      broken: 'An ad blocker takes the path for an advertisement and blocks the request.',
      target: { server: 'expressWellConfigured', path: '/public/ads/banner' },
      request: { via: 'fetch' },
      expect: failed('blocked-by-client', 'CORSDidNotSucceed2'),
    },
  ],
};

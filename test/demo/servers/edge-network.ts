import { ORDERS, pathOf, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** A content delivery network in front of an API, as Cloudflare answers: it challenges robots, and keeps copies. */
export const edgeNetwork: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'cdn.localhost',
  create: () => {
    const shared = createSharedCache();
    return (request, response) => {
      if (pathOf(request.url) === '/prices') {
        const { allowOrigin, seconds } = shared(request.url ?? '', request.headers.origin ?? '');
        return sendJson(response, 200, ORDERS, {
          'Access-Control-Allow-Origin': allowOrigin,
          'Cache-Control': 'public, max-age=3600',
          Age: String(seconds),
          'CF-Cache-Status': 'HIT',
          'CF-RAY': '8f1c2d3e4f5a6b7c-FRA',
          Server: 'cloudflare',
        });
      }
      response.writeHead(403, {
        'Content-Type': 'text/html; charset=UTF-8',
        'cf-mitigated': 'challenge',
        'CF-RAY': '8f1c2d3e4f5a6b7d-FRA',
        Server: 'cloudflare',
      });
      response.end('<!doctype html><title>Just a moment...</title>');
    };
  },
};

/**
 * A cache that keeps one copy for each path, made for whoever asked first; the API echoes the origin and forgot
 * `Vary: Origin`. The shop's own page was here before everyone else.
 */
function createSharedCache() {
  const copies = new Map([
    ['/prices', { allowOrigin: 'https://www.shop.example', since: Date.now() - 90_000 }],
  ]);
  return (url: string, origin: string) => {
    const path = pathOf(url);
    const copy = copies.get(path) ?? { allowOrigin: origin, since: Date.now() };
    copies.set(path, copy);
    return { allowOrigin: copy.allowOrigin, seconds: Math.round((Date.now() - copy.since) / 1000) };
  };
}

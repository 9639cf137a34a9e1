import { pathOf, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** A transparent image of one pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A static host, as most are: right content types, and CORS headers for one of its files at best. */
export const assetHost: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: '127.0.0.1',
  create: () => (request, response) => {
    const send = (type: string, body: string | Buffer, more: Record<string, string> = {}) => {
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', ...more });
      response.end(body);
    };
    switch (pathOf(request.url)) {
      case '/images/logo.gif':
        return send('image/gif', PIXEL);
      case '/images/members-only.gif':
        return send('image/gif', PIXEL, { 'Cross-Origin-Resource-Policy': 'same-origin' });
      case '/images/moved-to-api':
        return send('application/json', '{"error":"use the API"}', { 'X-Content-Type-Options': 'nosniff' });
      case '/images/hero.gif':
        // CORS headers only for who asks for them, and no `Vary: Origin` to tell caches so.
        return send('image/gif', PIXEL, {
          'Cache-Control': 'public, max-age=600',
          ...(request.headers.origin === undefined ? {} : { 'Access-Control-Allow-Origin': '*' }),
        });
      case '/fonts/inter.woff2':
        // Never parsed: the browser refuses a cross-origin font before it looks at a byte.
        return send('font/woff2', 'wOF2');
      case '/modules/chart.js':
        return send('text/javascript', 'export const chart = true;');
      default:
        return sendJson(response, 404, { error: 'not found' });
    }
  },
};

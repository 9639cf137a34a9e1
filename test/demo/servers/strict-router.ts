import { ORDERS, pathOf, sendEmpty, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' };

/** A router that knows the methods of its routes and nothing else: each path refuses OPTIONS in its own way. */
export const strictRouter: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'api.localhost',
  create: () => (request, response) => {
    if (request.method !== 'OPTIONS') return sendJson(response, 200, ORDERS, ANY_ORIGIN);
    switch (pathOf(request.url)) {
      case '/invoices':
        return sendJson(response, 404, { error: 'no route for OPTIONS /invoices' });
      case '/customers':
        return sendEmpty(response, 405, { Allow: 'GET, PUT, DELETE' });
      case '/shipments':
        return sendEmpty(response, 405, {
          ...ANY_ORIGIN,
          'Access-Control-Allow-Methods': 'GET, PUT',
          'Access-Control-Allow-Headers': 'Content-Type',
        });
      case '/uploads':
        // The words of Python's http.server.
        response.statusMessage = "Unsupported method ('OPTIONS')";
        return sendEmpty(response, 501);
      default:
        return sendJson(response, 403, { error: 'blocked by rule 920170' }, { Server: 'waf' });
    }
  },
};

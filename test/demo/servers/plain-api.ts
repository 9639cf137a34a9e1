import { ORDERS, pathOf, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** An API that was written for other servers: it never heard of browsers or CORS. */
export const plainApi: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'api.localhost',
  create: () => (request, response) => {
    if (pathOf(request.url) === '/orders') return sendJson(response, 200, ORDERS);
    sendJson(response, 404, { error: 'not found' });
  },
};

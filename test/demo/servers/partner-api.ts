import { ORDERS, pathOf, sendEmpty, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** An API that names the origins it knows, one by one: right for direct calls, lost after a redirect. */
export const partnerApi: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: '127.0.0.1',
  create: (site) => {
    const known = new Set([site.page, 'https://app.example.com']);
    return (request, response) => {
      if (pathOf(request.url) === '/public/orders') {
        return sendJson(response, 200, ORDERS, { 'Access-Control-Allow-Origin': '*' });
      }
      const origin = request.headers.origin ?? '';
      const headers = known.has(origin)
        ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
        : { Vary: 'Origin' };
      if (request.method === 'OPTIONS') {
        return sendEmpty(response, 204, { ...headers, 'Access-Control-Allow-Headers': 'Content-Type' });
      }
      sendJson(response, 200, ORDERS, headers);
    };
  },
};

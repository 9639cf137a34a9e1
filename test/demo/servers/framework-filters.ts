import { pathOf, sendEmpty, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** Frameworks that refuse a request before any code of the application runs, each with the headers that it really sends. */
export const frameworkFilters: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'api.localhost',
  create: () => (request, response) => {
    switch (pathOf(request.url)) {
      case '/django/orders':
        // DisallowedHost: the Host isn't in ALLOWED_HOSTS.
        response.writeHead(400, {
          'Content-Type': 'text/html; charset=utf-8',
          Server: 'WSGIServer/0.2 CPython/3.13.1',
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'same-origin',
          'Cross-Origin-Opener-Policy': 'same-origin',
        });
        return response.end('<h1>Bad Request (400)</h1>');
      case '/spring/orders':
        // The CORS processor of Spring: the origin isn't on its list.
        response.writeHead(403, {
          Vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
          'Transfer-Encoding': 'chunked',
        });
        return response.end('Invalid CORS request');
      default:
        return request.method === 'OPTIONS'
          ? sendEmpty(response, 404)
          : sendJson(response, 404, { error: 'not found' });
    }
  },
};

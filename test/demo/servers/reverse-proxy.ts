import { request as httpRequest } from 'node:http';
import { sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** A reverse proxy that adds its own Access-Control-Allow-Origin to whatever the application sent. */
export const reverseProxy: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'localhost',
  create: (site) => {
    const application = new URL(site.originOf('expressWellConfigured')).port;
    const stopped = new URL(site.originOf('stopped')).port;
    return (request, response) => {
      const path = request.url ?? '/';
      const forwarded = httpRequest({
        host: '127.0.0.1',
        port: path.startsWith('/billing/') ? stopped : application,
        path,
        method: request.method,
        headers: request.headers,
      });
      forwarded.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, [
          ...answer.rawHeaders,
          'Access-Control-Allow-Origin',
          '*',
        ]);
        answer.pipe(response);
      });
      forwarded.on('error', () => sendJson(response, 502, { error: 'upstream is not reachable' }));
      request.pipe(forwarded);
    };
  },
};

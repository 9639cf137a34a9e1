import cors, { type CorsOptions } from 'cors';
import express, { type Express } from 'express';
import { ORDERS } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** `cors` with lists of methods and headers that have a gap, or that aren't lists. */
export const expressPreflightOptions: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: 'api.localhost',
  create: (site) => {
    const app = express();
    serve(app, '/no-patch', { methods: ['GET', 'POST'] });
    serve(app, '/with-patch', { methods: ['GET', 'PATCH'] });
    serve(app, '/content-type-only', { allowedHeaders: ['Content-Type'] });
    serve(app, '/accept-only', { allowedHeaders: ['Accept'] });
    serve(app, '/semicolons', { allowedHeaders: 'Content-Type; X-Api-Key' });
    serve(app, '/any-header', { origin: site.page, credentials: true, allowedHeaders: '*' });
    return app;
  },
};

function serve(app: Express, path: string, options: CorsOptions): void {
  app.use(path, cors(options));
  app.all(`${path}/orders`, (_request, response) => {
    response.json(ORDERS);
  });
}

import cors from 'cors';
import express, { type Express } from 'express';
import { ORDERS } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** Six ways to get the `origin` option of `cors` wrong. A string is sent as it is, whatever it says. */
export const expressOriginOption: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: '127.0.0.1',
  create: (site) => {
    const app = express();
    serve(app, '/trailing-slash', `${site.page}/`);
    serve(app, '/port', 'http://localhost:3000');
    serve(app, '/production-only', 'https://app.example.com');
    serve(app, '/pattern', 'https://*.example.com');
    serve(app, '/list', [site.page, 'https://app.example.com'].join(','));
    serve(app, '/this-origin', site.page);
    return app;
  },
};

function serve(app: Express, path: string, origin: string): void {
  app.use(path, cors({ origin }));
  app.all(`${path}/orders`, (_request, response) => {
    response.json(ORDERS);
  });
}

import cors from 'cors';
import express from 'express';
import { ORDERS } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** `cors()` stands below the routes: they have answered before it gets its turn. */
export const expressLateCors: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: 'api.localhost',
  create: () => {
    const app = express();
    app.get('/orders', (_request, response) => {
      response.json(ORDERS);
    });
    app.use(cors());
    return app;
  },
};

import cors from 'cors';
import express from 'express';
import { ORDERS } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** `cors()` stands on single routes, so other methods and other paths of the same application go without it. */
export const expressPerRouteCors: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: 'api.localhost',
  create: () => {
    const app = express();
    app.get('/orders', cors(), (_request, response) => {
      response.json(ORDERS);
    });
    // Express answers OPTIONS by itself for a path it knows: 200, an Allow header, nothing of CORS.
    app.delete('/orders/17', cors(), (_request, response) => {
      response.json({ deleted: true });
    });
    // The preflight was cared for, the response was forgotten.
    app.options('/basket', cors());
    app.post('/basket', (_request, response) => {
      response.json({ added: true });
    });
    return app;
  },
};

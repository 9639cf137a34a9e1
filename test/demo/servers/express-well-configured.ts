import cors from 'cors';
import express, { type ErrorRequestHandler } from 'express';
import { ORDERS } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** What it looks like when it is right: `cors()` comes first, and names the origin, methods, headers and credentials. */
export const expressWellConfigured: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: 'localhost',
  create: (site) => {
    const app = express();
    app.use('/public', cors());
    app.use(
      ['/orders', '/me', '/invalid'],
      cors({
        origin: [site.page],
        credentials: true,
        methods: ['GET', 'POST', 'PUT'],
        allowedHeaders: ['Content-Type', 'X-Request-Id'],
      }),
    );
    app.use(express.json());
    app.get('/public/catalogue', (_request, response) => {
      response.json(ORDERS);
    });
    app.get('/public/orders', (_request, response) => {
      response.set('X-Total-Count', '1').json(ORDERS);
    });
    app.get('/me', (_request, response) => {
      response.json({ name: 'Ada' });
    });
    app.put('/orders/17', (_request, response) => {
      response.json({ saved: true });
    });
    app.post('/invalid', () => {
      throw new RangeError('quantity must be positive');
    });
    const onError: ErrorRequestHandler = (error, _request, response, _next) => {
      response.status(422).json({ error: String(error) });
    };
    app.use(onError);
    return app;
  },
};

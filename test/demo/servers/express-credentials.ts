import cors from 'cors';
import express from 'express';
import type { HttpServer } from './server.ts';

/** `cors` for requests with cookies, with one half of what they need. */
export const expressCredentials: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: 'localhost',
  create: (site) => {
    const app = express();
    app.use('/any-origin', cors({ origin: '*', credentials: true }));
    app.use('/no-credentials', cors({ origin: site.page }));
    app.get('/:mistake/events', (_request, response) => {
      response.type('text/event-stream').send('data: hello\n\n');
    });
    app.all('/:mistake/me', (_request, response) => {
      response.json({ name: 'Ada' });
    });
    return app;
  },
};

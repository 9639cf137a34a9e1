import cors from 'cors';
import express, { type RequestHandler } from 'express';
import { ORDERS, queryOf } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** Middleware that redirects before `cors()` gets its turn: the canonical slash, and a session that ran out. */
export const expressRedirects: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: 'localhost',
  create: (site) => {
    const app = express();
    app.use('/session', (request, response) => {
      response.redirect(302, `${site.originOf('partnerApi')}/login${queryOf(request.url)}`);
    });
    app.use(addTrailingSlash);
    app.use(cors());
    app.all('/users/', (_request, response) => {
      response.json(ORDERS);
    });
    return app;
  },
};

/** One URL for each page: `/users` becomes `/users/`. */
const addTrailingSlash: RequestHandler = (request, response, next) => {
  if (request.path.endsWith('/')) return next();
  response.redirect(308, `${request.path}/${queryOf(request.url)}`);
};

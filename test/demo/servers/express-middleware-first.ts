import cors from 'cors';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { ORDERS } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** Everything that answers before `cors()` does: sign-in, rate limit, body parser. Their answers have no CORS headers. */
export const expressMiddlewareFirst: HttpServer = {
  kind: 'express',
  transport: 'http',
  host: 'api.localhost',
  create: () => {
    const app = express();
    app.use('/account', requireToken);
    app.use('/profile', readToken);
    app.use('/search', rateLimit);
    app.use(express.json({ limit: '1kb' }));
    app.use(cors());
    app.all('/{*path}', (_request, response) => {
      response.json(ORDERS);
    });
    app.use(sendError);
    return app;
  },
};

/** Asks every request for a token. A preflight never carries one. */
const requireToken: RequestHandler = (request, response, next) => {
  if (request.get('Authorization') === undefined) {
    response.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'token missing' });
    return;
  }
  next();
};

/** Takes it for granted that there is a token, and crashes on the preflight, which has none. */
const readToken: RequestHandler = (request, response, next) => {
  const authorization: string | undefined = request.get('Authorization');
  // The mistake, as it is made in plain JavaScript: no check for `undefined`.
  response.locals['token'] = (authorization as string).split(' ')[1];
  next();
};

/** Callers without a key have no requests free. */
const rateLimit: RequestHandler = (request, response, next) => {
  if (request.get('X-Api-Key') === undefined) {
    response.status(429).set('Retry-After', '60').json({ error: 'too many requests' });
    return;
  }
  next();
};

const sendError: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(error.status ?? 500).json({ error: String(error) });
};

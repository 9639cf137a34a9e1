import cors from 'cors';
import express from 'express';
import type { HttpServer } from './server.ts';

/** An API on another site than the page: its CORS is right, but the session's cookie may not go there. */
export const sessionApi: HttpServer = {
  kind: 'express',
  transport: 'http',
  // The page is on `localhost`, so this is another site.
  host: '127.0.0.1',
  create: (site) => {
    const app = express();
    app.use(cors({ origin: site.page, credentials: true }));
    app.get('/me', (request, response) => {
      // As session libraries do: whoever has no session gets one.
      response.set('Set-Cookie', 'sid=9b1f63f2; Path=/; HttpOnly; SameSite=Lax');
      if (request.headers.cookie === undefined) response.status(401).json({ error: 'not signed in' });
      else response.json({ name: 'Ada' });
    });
    return app;
  },
};

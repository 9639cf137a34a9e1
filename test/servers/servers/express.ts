import { express as platform } from '../../../src/fixes/platforms/express.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkModule, runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const express: ServerUnderTest = {
  platform,
  needs: [
    { there: 'express', from: 'npm' },
    { there: 'cors', from: 'npm' },
  ],
  role: 'app',
  causeWithout: 'preflight-without-cors-headers',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkModule(surroundings, server(snippets, 0)),
  version: () => versionOf('express'),
};

function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import express from 'express';

const app = express();
${textAt(snippets, 'app')}
app.use((request, response, next) => {
  if (request.path.endsWith('/private')) response.status(401).json({});
  else next();
});

const routes = express.Router();
for (const method of ['get', 'post', 'put']) {
  routes[method]('/ok', (_request, response) => response.set({ 'X-Total-Count': '42', 'X-Internal': '7' }).json({}));
}
routes.get('/vary', (_request, response) => response.vary('Accept-Encoding').json({}));
routes.get('/boom', () => {
  throw new Error('boom');
});
app.use(routes);
app.use('/api', routes);
app.listen(${port}, '127.0.0.1');
`;
}

import { hapi as platform } from '../../../src/fixes/platforms/hapi.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkModule, runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const hapi: ServerUnderTest = {
  platform,
  needs: ['@hapi/hapi'].map((there) => ({ there, from: 'npm' })),
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkModule(surroundings, server(snippets, 0)),
  version: () => versionOf('@hapi/hapi'),
};

function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import Hapi from '@hapi/hapi';

const server = Hapi.server({ port: ${port}, host: '127.0.0.1', debug: false });
${textAt(snippets, 'server')}
server.auth.scheme('refuses', () => ({
  authenticate: (_request, h) => h.response().code(401).takeover(),
}));
server.auth.strategy('session', 'refuses');

for (const path of ['', '/api']) {
  server.route([
    {
      method: ['GET', 'POST', 'PUT'],
      path: \`\${path}/ok\`,
      handler: (_request, h) => h.response({}).header('X-Total-Count', '42').header('X-Internal', '7'),
    },
    { method: 'GET', path: \`\${path}/vary\`, handler: (_request, h) => h.response({}).vary('Accept-Encoding') },
    {
      method: 'GET',
      path: \`\${path}/boom\`,
      handler() {
        throw new Error('boom');
      },
    },
    { method: '*', path: \`\${path}/private\`, options: { auth: 'session' }, handler: () => ({}) },
  ]);
}

await server.start();
`;
}

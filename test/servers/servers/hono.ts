import { hono as platform } from '../../../src/fixes/platforms/hono.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkTypeScript } from '../check-typescript.ts';
import { runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

/** What the text expects to be there. */
const BEFORE = "import { Hono } from 'hono';\nconst app = new Hono();\n";

export const hono: ServerUnderTest = {
  platform,
  needs: ['hono', '@hono/node-server'].map((there) => ({ there, from: 'npm' })),
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkTypeScript(surroundings, BEFORE + textAt(snippets, 'app')),
  version: () => versionOf('hono'),
};

function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';

const app = new Hono();
${textAt(snippets, 'app')}
for (const path of ['', '/api']) {
  app.use(\`\${path}/private\`, bearerAuth({ token: 'secret' }));
  app.on(['GET', 'POST', 'PUT'], \`\${path}/ok\`, (c) => {
    c.header('X-Total-Count', '42');
    c.header('X-Internal', '7');
    return c.json({});
  });
  // As one that was fetched from somewhere, with headers of its own.
  app.get(\`\${path}/vary\`, () => Response.json({}, { headers: { Vary: 'Accept-Encoding' } }));
  app.get(\`\${path}/boom\`, () => {
    throw new Error('boom');
  });
}

serve({ fetch: app.fetch, port: ${port}, hostname: '127.0.0.1' });
`;
}

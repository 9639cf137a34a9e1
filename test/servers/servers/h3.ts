import { h3 as platform } from '../../../src/fixes/platforms/h3.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkTypeScript } from '../check-typescript.ts';
import { runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

/** What the text expects to be there. */
const BEFORE = "import { H3 } from 'h3';\nconst app = new H3();\n";

export const h3: ServerUnderTest = {
  platform,
  needs: ['h3'].map((there) => ({ there, from: 'npm' })),
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkTypeScript(surroundings, BEFORE + textAt(snippets, 'app')),
  version: () => versionOf('h3'),
};

function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import { H3, HTTPError, serve } from 'h3';

const app = new H3();
${textAt(snippets, 'app')}
app.use((event) => {
  if (event.url.pathname.endsWith('/private')) throw new HTTPError({ status: 401 });
});

for (const path of ['', '/api']) {
  for (const method of ['get', 'post', 'put']) {
    app[method](\`\${path}/ok\`, (event) => {
      event.res.headers.set('X-Total-Count', '42');
      event.res.headers.set('X-Internal', '7');
      return {};
    });
  }
  app.get(\`\${path}/vary\`, (event) => {
    event.res.headers.append('Vary', 'Accept-Encoding');
    return {};
  });
  app.get(\`\${path}/boom\`, () => {
    throw new Error('boom');
  });
}

serve(app, { port: ${port}, hostname: '127.0.0.1' });
`;
}

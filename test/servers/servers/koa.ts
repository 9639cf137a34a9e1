import { koa as platform } from '../../../src/fixes/platforms/koa.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkModule, runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const koa: ServerUnderTest = {
  platform,
  needs: ['koa', '@koa/cors'].map((there) => ({ there, from: 'npm' })),
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkModule(surroundings, server(snippets, 0)),
  version: () => versionOf('koa'),
};

function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import Koa from 'koa';

const app = new Koa();
app.silent = true;
${textAt(snippets, 'app')}
app.use(async (ctx, next) => {
  if (ctx.path.endsWith('/private')) ctx.throw(401);
  await next();
});

app.use((ctx) => {
  const route = \`\${ctx.method} \${ctx.path.replace(/^\\/api(?=\\/)/, '')}\`;
  if (['GET /ok', 'POST /ok', 'PUT /ok'].includes(route)) {
    ctx.set({ 'X-Total-Count': '42', 'X-Internal': '7' });
    ctx.body = {};
  } else if (route === 'GET /vary') {
    ctx.vary('Accept-Encoding');
    ctx.body = {};
  } else if (route === 'GET /boom') {
    throw new Error('boom');
  }
});

app.listen(${port}, '127.0.0.1');
`;
}

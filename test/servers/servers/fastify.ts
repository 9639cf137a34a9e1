import { fastify as platform } from '../../../src/fixes/platforms/fastify.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkModule, runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const fastify: ServerUnderTest = {
  platform,
  needs: [
    { there: 'fastify', from: 'npm' },
    { there: '@fastify/cors', from: 'npm' },
  ],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkModule(surroundings, server(snippets, 0)),
  version: () => versionOf('fastify'),
};

function server(snippets: readonly Snippet[] | null, port: number): string {
  const inPrefix = textAt(snippets, 'prefix').replace(
    '// … your hooks and routes for this path …',
    'api.register(answers);',
  );
  return `import Fastify from 'fastify';

const app = Fastify();
${textAt(snippets, 'app')}${inPrefix}
// Not in a context of its own: what it has is for all that is registered with it.
async function answers(context) {
  context.addHook('onRequest', async (request, reply) => {
    if (request.url.endsWith('/private')) return reply.code(401).send();
  });
  for (const path of context.prefix === '' ? ['', '/api'] : ['']) {
    context.route({
      method: ['GET', 'POST', 'PUT'],
      url: \`\${path}/ok\`,
      handler: async (_request, reply) => reply.headers({ 'X-Total-Count': '42', 'X-Internal': '7' }).send({}),
    });
    context.get(\`\${path}/vary\`, async (_request, reply) => {
      const vary = [reply.getHeader('Vary'), 'Accept-Encoding'].filter((part) => part !== undefined);
      return reply.header('Vary', vary.join(', ')).send({});
    });
    context.get(\`\${path}/private\`, async () => ({}));
    context.get(\`\${path}/boom\`, async () => {
      throw new Error('boom');
    });
  }
}
answers[Symbol.for('skip-override')] = true;
${inPrefix === '' ? 'app.register(answers);' : "app.get('/ok', async () => ({}));"}

await app.listen({ port: ${port}, host: '127.0.0.1' });
`;
}

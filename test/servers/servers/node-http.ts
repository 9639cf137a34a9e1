import { nodeHttp as platform } from '../../../src/fixes/platforms/node-http.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkModule, runModule } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const nodeHttp: ServerUnderTest = {
  platform,
  needs: [],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkModule(surroundings, server(snippets, 0)),
  version: () => Promise.resolve(process.versions.node),
};

function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import { createServer } from 'node:http';

${textAt(snippets, 'function')}
const server = createServer((request, response) => {
${textAt(snippets, 'handler')}
  if (request.url.endsWith('/private')) {
    response.writeHead(401).end();
    return;
  }
  try {
    answer(request, response);
  } catch {
    response.writeHead(500).end();
  }
});

function answer(request, response) {
  const route = \`\${request.method} \${request.url.replace(/^\\/api(?=\\/)/, '')}\`;
  if (['GET /ok', 'POST /ok', 'PUT /ok'].includes(route)) {
    response.writeHead(200, { 'X-Total-Count': '42', 'X-Internal': '7' }).end('{}');
  } else if (route === 'GET /vary') {
    response.appendHeader('Vary', 'Accept-Encoding');
    response.writeHead(200).end('{}');
  } else if (route === 'GET /boom') {
    throw new Error('boom');
  } else {
    response.writeHead(404).end();
  }
}

server.listen(${port}, '127.0.0.1');
`;
}

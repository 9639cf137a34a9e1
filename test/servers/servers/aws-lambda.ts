import { awsLambda as platform } from '../../../src/fixes/platforms/aws-lambda.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkModule, runModule } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const awsLambda: ServerUnderTest = {
  platform,
  needs: [],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkModule(surroundings, server(snippets, 0)),
  version: () => Promise.resolve(process.versions.node),
};

/** The function, and in front of it what Lambda does for a function URL: HTTP becomes an event of format 2.0, and back. */
function server(snippets: readonly Snippet[] | null, port: number): string {
  const pasted = textAt(snippets, 'handler');
  const answers = `const response = respond(event);
    if (response !== null) return response;
    throw new Error('boom');`;
  const code =
    pasted === ''
      ? `async function handler(event) {\n    ${answers}\n}`
      : pasted.replace('// … what your handler did until now …', answers);
  return `import { createServer } from 'node:http';

${code}
function respond(event) {
  const { method } = event.requestContext.http;
  const path = event.rawPath.replace(/^\\/api(?=\\/)/, '');
  if (path === '/private') return { statusCode: 401 };
  if (path === '/ok' && ['GET', 'POST', 'PUT'].includes(method)) {
    return { statusCode: 200, headers: { 'X-Total-Count': '42', 'X-Internal': '7' }, body: '{}' };
  }
  if (path === '/vary') return { statusCode: 200, headers: { Vary: 'Accept-Encoding' }, body: '{}' };
  return path === '/boom' ? null : { statusCode: 404 };
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const event = {
    version: '2.0',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
    ),
    requestContext: { http: { method: request.method, path: url.pathname } },
    isBase64Encoded: false,
  };
  try {
    const { statusCode, headers = {}, body = '' } = await handler(event, {});
    response.writeHead(statusCode, headers).end(body);
  } catch {
    response.writeHead(502).end('Internal Server Error');
  }
}).listen(${port}, '127.0.0.1');
`;
}

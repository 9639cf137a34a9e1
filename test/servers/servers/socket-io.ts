import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { socketIo as platform } from '../../../src/fixes/platforms/socket-io.ts';
import { checkModule, runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

/**
 * Its path is `/`, so all routes are Socket.IO's own: a middleware of its engine answers them, after what the snippet
 * puts before. What Socket.IO itself answers, its handshake, is asked from script besides.
 */
export const socketIo: ServerUnderTest = {
  platform,
  needs: [{ there: 'socket.io', from: 'npm' }],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runModule(surroundings, server(snippets, surroundings.port)),
  parse: (surroundings, snippets) => checkModule(surroundings, server(snippets, 0)),
  version: () => versionOf('socket.io'),
  fromScript: [
    { what: 'connecting by polling', run: connectByPolling, allowed: 'connected', stranger: 'refused' },
    // As its traps say: no CORS there.
    { what: 'connecting by WebSocket', run: connectByWebSocket, allowed: 'connected', stranger: 'connected' },
  ],
};

/** What the client of Socket.IO does first: the handshake, the packet that asks for the namespace, and its answer. */
async function connectByPolling(base: string, credentials: 'include' | 'omit'): Promise<string> {
  const ask = async (query: string, body: string | null): Promise<string> => {
    const answer = await fetch(`${base}/?EIO=4&transport=polling${query}`, {
      method: body === null ? 'GET' : 'POST',
      credentials,
      headers: { 'X-Request-Id': 'x' },
      body,
    });
    return answer.text();
  };
  try {
    const session = `&sid=${JSON.parse((await ask('', null)).slice(1)).sid}`;
    await ask(session, '40');
    return (await ask(session, null)).startsWith('40{') ? 'connected' : 'not connected';
  } catch {
    return 'refused';
  }
}

function connectByWebSocket(base: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/?EIO=4&transport=websocket`);
    socket.onopen = () => {
      socket.close();
      resolve('connected');
    };
    socket.onerror = () => resolve('refused');
  });
}

function server(snippets: readonly Snippet[] | null, port: number): string {
  return `import { createServer } from 'node:http';
import { Server } from 'socket.io';

const httpServer = createServer();
const io = new Server(httpServer, {
  path: '/',
${textAt(snippets, 'options')}
});

io.engine.use((request, response, next) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/private') response.writeHead(401).end();
  else if (pathname === '/') next();
  else answer(\`\${request.method} \${pathname}\`, response);
});

function answer(route, response) {
  if (['GET /ok', 'POST /ok', 'PUT /ok'].includes(route)) {
    response.writeHead(200, { 'X-Total-Count': '42', 'X-Internal': '7' }).end('{}');
  } else if (route === 'GET /vary') {
    response.appendHeader('Vary', 'Accept-Encoding');
    response.writeHead(200).end('{}');
  } else {
    response.writeHead(route === 'GET /boom' ? 500 : 404).end();
  }
}

httpServer.listen(${port}, '127.0.0.1');
`;
}

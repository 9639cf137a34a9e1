import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ROUTES } from './routes.ts';
import type { RunningServer } from './server-under-test.ts';

/** What is behind a proxy under test: it knows nothing of CORS, and refuses every OPTIONS. */
export async function startUpstream(): Promise<RunningServer & { readonly port: number }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').replace(/^\/api(?=\/)/, '');
  response.setHeader('Content-Type', 'application/json');
  if (request.method === 'OPTIONS') {
    response.writeHead(405).end('{}');
  } else if (path === '/dup') {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Vary', 'Origin');
    response.writeHead(200).end('{}');
  } else {
    const { status, headers } = Object.entries(ROUTES).find(([route]) => route === path)?.[1] ?? MISSING;
    response.writeHead(status, headers).end('{}');
  }
}

const MISSING = ROUTES['/missing'];

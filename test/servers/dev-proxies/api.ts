import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ROUTES } from '../routes.ts';
import type { RunningServer } from '../server-under-test.ts';

/**
 * An API that isn't the developer's: it knows nothing of CORS. Besides `ROUTES` it answers `/sign-in`, with a cookie for
 * its own domain, and `/who`, with 200 to whoever has that, else 401; and nothing to whoever has another `Host`.
 * @param below the path below which all of this is, without a slash at its end; elsewhere is nothing
 */
export async function startApi(below: string): Promise<RunningServer & { readonly port: number }> {
  const server = createServer((request, response) => answer(request, response, below));
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

function answer({ url = '', headers }: IncomingMessage, response: ServerResponse, below: string): void {
  const path = url.startsWith(`${below}/`) ? url.slice(below.length) : null;
  const { hostname } = new URL(`http://${headers.host}`);
  response.setHeader('Content-Type', 'application/json');
  if (hostname !== '127.0.0.1') {
    response.writeHead(421).end('{}');
  } else if (path === '/sign-in') {
    response.setHeader('Set-Cookie', `session=1; Domain=${hostname}; Path=/; HttpOnly`);
    response.writeHead(200).end('{}');
  } else if (path === '/who') {
    response.writeHead(/\bsession=1\b/.test(headers.cookie ?? '') ? 200 : 401).end('{}');
  } else {
    const { status, headers: more } =
      Object.entries(ROUTES).find(([route]) => route === path)?.[1] ?? ROUTES['/missing'];
    response.writeHead(status, more).end('{}');
  }
}

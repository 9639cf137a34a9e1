import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages of two origins: what a server allows, and a stranger. */
export interface TwoPages {
  readonly allowed: string;
  readonly stranger: string;
  close(): Promise<void>;
}

/** Every name that ends with `.localhost` leads to this machine, and browsers take each for a site of its own. */
export async function startTwoPages(): Promise<TwoPages> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>Page under test</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    allowed: `http://app.localhost:${port}`,
    stranger: `http://stranger.localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

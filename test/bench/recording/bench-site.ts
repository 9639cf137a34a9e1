import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A development origin by its name. All of these lead to this machine. */
const RECORDED_HOST = 'app.test';
const UNRECORDED_HOST = 'app.public-site.example';
const API_HOST = 'api.remote-service.example';

export const HOSTS = [RECORDED_HOST, UNRECORDED_HOST, API_HOST];

/** A network with some way to go. */
const DELAY_MS = 20;

export interface BenchSite {
  /** URL of the page, on an origin that is recorded, or on one that isn't. */
  pageUrl(isRecorded: boolean): string;
  /** Serialised origin. */
  readonly api: string;
  close(): Promise<void>;
}

/** The page and its API on one server under several names: every path allows everything, `/slow` after a while. */
export async function startBenchSite(): Promise<BenchSite> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/slow')) setTimeout(() => answer(request, response), DELAY_MS);
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    pageUrl: (isRecorded) => `http://${isRecorded ? RECORDED_HOST : UNRECORDED_HOST}:${port}/page`,
    api: `http://${API_HOST}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer({ method, url }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(method === 'OPTIONS' ? 204 : 200, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'PUT',
    'Access-Control-Allow-Headers': 'content-type',
    'Cache-Control': 'no-store',
    'Content-Type': url === '/page' ? 'text/html; charset=utf-8' : 'application/json',
  });
  if (method === 'OPTIONS') response.end();
  else
    response.end(
      url === '/page' ? '<!doctype html><link rel="icon" href="data:,"><title>Page</title>' : '{}',
    );
}

import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { type Behaviour, FRAMES, numberIn, type StressRequest } from './stress-plan.ts';

export type Protocol = 'HTTP/1.1' | 'HTTP/2';

/** A page with frames in it, and the API that all of them call. */
export interface StressSite {
  readonly page: string;
  readonly api: string;
  /** The numbers of requests whose preflights came. */
  readonly preflighted: ReadonlySet<number>;
  close(): Promise<void>;
}

/** What both versions' compatible interfaces have. */
interface Incoming {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

interface Outgoing {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(): unknown;
}

const CERTIFICATES = join(import.meta.dirname, '../../demo/servers');

export async function startStressSite(
  protocol: Protocol,
  requests: readonly StressRequest[],
): Promise<StressSite> {
  const behaviours = new Map(requests.map(({ number, behaviour }) => [number, behaviour]));
  const preflighted = new Set<number>();
  const scheme = protocol === 'HTTP/2' ? 'https' : 'http';

  const answer = (request: Incoming, response: Outgoing, closeConnection: () => void): void => {
    const { method, url = '', headers } = request;
    const isPreflight = method === 'OPTIONS';
    const asked = headers['access-control-request-headers'] ?? '';
    const number = numberIn(isPreflight ? asked.split(',') : Object.keys(headers), url);
    const behaviour: Behaviour = (number === null ? undefined : behaviours.get(number)) ?? 'allowed';
    if (isPreflight && number !== null) preflighted.add(number);
    const allow = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': '0',
      'Cache-Control': 'no-store',
      'X-Answered': `${number}`,
    };
    const { 'Access-Control-Allow-Origin': _, ...withoutHeaders } = allow;
    const delay = ((number ?? url.length) * 7919) % 45;
    setTimeout(() => {
      if (isPreflight) {
        if (behaviour === 'preflight-closed') {
          closeConnection();
          return;
        }
        if (behaviour === 'preflight-405') response.writeHead(405, allow);
        else response.writeHead(204, behaviour === 'preflight-without-headers' ? withoutHeaders : allow);
      } else if (behaviour === 'redirected' && url !== '/landed') {
        // To another host: six redirects to this one would hold Chromium's connections to it while they wait for one.
        response.writeHead(307, { ...allow, Location: `${scheme}://127.0.0.1:${portOf(api)}/landed` });
      } else {
        response.writeHead(200, behaviour === 'answer-without-headers' ? withoutHeaders : allow);
      }
      response.end();
    }, delay);
  };

  const page = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(request.url === '/frame' ? FRAME : pageWithFrames(portOf(page)));
  });
  const api =
    protocol === 'HTTP/2'
      ? createSecureServer(
          {
            key: readFileSync(join(CERTIFICATES, 'self-signed-key.pem')),
            cert: readFileSync(join(CERTIFICATES, 'self-signed-certificate.pem')),
          },
          (request, response) => answer(request, response, () => response.stream.close(2)),
        )
      : createServer((request, response) => answer(request, response, () => request.socket.destroy()));
  const stops = await Promise.all([page, api].map(listen));
  return {
    page: `http://localhost:${portOf(page)}`,
    api: `${scheme}://localhost:${portOf(api)}`,
    preflighted,
    close: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

function portOf(server: Server | Http2SecureServer): number {
  return (server.address() as AddressInfo).port;
}

async function listen(server: Server | Http2SecureServer): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Both names of loopback: one is the page's origin, the other that of a frame in it.
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}

/** Sends what it is told to, all at once, and says when the last has ended. */
const FRAME = `<!doctype html><title>Frame</title><link rel="icon" href="data:,"><script>
onmessage = async ({ data, source }) => {
  if (!Array.isArray(data)) return;
  await Promise.allSettled(data.map(({ url, method, header, abortAfter }) => {
    const abort = new AbortController();
    const sent = fetch(url, {
      method, body: 'x', signal: abort.signal,
      headers: { 'content-type': 'text/plain', ...(header === null ? {} : { [header]: '1' }) },
    });
    if (abortAfter !== null) setTimeout(() => abort.abort(), abortAfter);
    return sent.then((response) => response.text());
  }));
  source.postMessage('done', '*');
};
</script>`;

function pageWithFrames(port: number): string {
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`].slice(0, FRAMES - 1);
  return FRAME + origins.map((origin) => `<iframe src="${origin}/frame"></iframe>`).join('');
}

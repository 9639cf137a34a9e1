import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Ports } from './addresses.ts';
import { type RawRequest, readRequests } from './raw-request.ts';

/** What goes out, byte by byte: header values are latin1, no line is added, joined or trimmed. */
export interface RawAnswer {
  readonly status: number | string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** Breaks the connection instead of answering: `reset`, or else by closing it. */
  readonly abort?: unknown;
}

export interface RawServer {
  readonly ports: Ports;
  close(): Promise<void>;
}

/** Three plain sockets on 127.0.0.1 that answer as told. */
export async function startRawServer(
  answerTo: (request: RawRequest) => RawAnswer | null,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const onConnection = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => sockets.delete(socket));
    // Browsers drop connections as they like.
    socket.on('error', () => socket.destroy());
    readRequests(socket, (request) => write(socket, request, answerTo(request)));
  };
  const servers = [
    createServer(onConnection),
    createServer(onConnection),
    createServer(onConnection),
  ] as const;
  const [a, b, c] = servers;
  return {
    ports: [await listen(a), await listen(b), await listen(c)],
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function write(socket: Socket, { method }: RawRequest, answer: RawAnswer | null): void {
  const { status, headers, body, abort } = answer ?? NOT_FOUND;
  if (abort === 'reset') {
    socket.resetAndDestroy();
    return;
  }
  if (abort !== undefined && abort !== null) {
    socket.destroy();
    return;
  }
  const bodyless = Number(status) === 204 || Number(status) === 304;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const length = bodyless ? '' : `Content-Length: ${body.length}\r\n`;
  const content = bodyless || method === 'HEAD' ? '' : body;
  socket.write(`HTTP/1.1 ${status} Played\r\n${lines}${length}\r\n${content}`, 'latin1');
}

const NOT_FOUND: RawAnswer = { status: 404, headers: [], body: '' };

import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { DemoServer, Site } from './servers/server.ts';

/** A server that has its port and waits for its handler. */
export interface Listening {
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/**
 * Lets a server listen on a free port of 127.0.0.1. Requests are handled once `start` has been called, which happens
 * after all servers have their ports.
 */
export async function listen(server: DemoServer): Promise<Listening & { start(site: Site): void }> {
  switch (server.transport) {
    case 'tcp': {
      const tcp = createTcpServer();
      const listening = await listenOnLoopback(tcp);
      return { ...listening, start: (site) => void tcp.on('connection', server.create(site)) };
    }
    case 'https': {
      const https = createHttpsServer({ key: server.key, cert: server.certificate });
      const listening = await listenOnLoopback(https);
      return { ...listening, start: (site) => void https.on('request', server.create(site)) };
    }
    case 'http': {
      const http = createHttpServer();
      const listening = await listenOnLoopback(http);
      return { ...listening, start: (site) => void http.on('request', server.create(site)) };
    }
  }
}

/** A port of 127.0.0.1 that was free a moment ago, and that nobody listens on. */
export async function findStoppedPort(): Promise<number> {
  const { port, close } = await listenOnLoopback(createTcpServer());
  await close();
  return port;
}

async function listenOnLoopback(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

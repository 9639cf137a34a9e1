import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import type { ServerName } from './index.ts';

/** A server of the demo before it listens. */
export type DemoServer = HttpServer | HttpsServer | TcpServer;

interface Named {
  readonly kind: 'node' | 'express';
  /** The host name in its URLs. Browsers resolve `localhost` and `*.localhost` to loopback by themselves. */
  readonly host: string;
}

export interface HttpServer extends Named {
  readonly transport: 'http';
  /** Called once all servers have their ports. */
  create(site: Site): RequestListener;
}

export interface HttpsServer extends Named {
  readonly transport: 'https';
  readonly key: string;
  readonly certificate: string;
  create(site: Site): RequestListener;
}

/** A server that speaks below HTTP. */
export interface TcpServer extends Named {
  readonly transport: 'tcp';
  create(site: Site): (socket: Socket) => void;
}

/** Where everything listens. */
export interface Site {
  /** Serialised origin of the page. */
  readonly page: string;
  /** Port of the page. */
  readonly pagePort: number;
  /** Serialised origin of a server, such as `http://api.localhost:41234`. */
  originOf(server: ServerName | 'stopped'): string;
}

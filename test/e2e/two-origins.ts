import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Answer {
  readonly status?: number;
  readonly statusText?: string;
  /** In order; a name may come twice. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  /** The answer is given then. */
  readonly after?: Promise<void>;
  /** More of the body could follow, and never does. */
  readonly unfinished?: true;
}

/** What never comes. */
export const NEVER = new Promise<void>(() => {});

/** Texts that the page's origin serves at other paths than the empty page. */
export type PageFiles = Readonly<Record<string, { readonly type: string; readonly text: string }>>;

/** A page and an API on two ports of loopback: the smallest thing that is cross-origin. */
export interface TwoOrigins {
  /** `http://localhost:PORT`, the page's origin; every path there answers with an empty page. */
  readonly page: string;
  /** `http://localhost:PORT`, the API's origin. */
  readonly api: string;
  /** What reached the API, in order. */
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** An answer that every browser lets script read, whatever the credentials mode is, and shows that it does. */
export function allowCredentialed({ headers }: Received): Answer {
  return {
    headers: [
      ['Access-Control-Allow-Origin', headers.origin ?? '*'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Vary', 'Origin'],
    ],
  };
}

/** Starts both; `answer` says what the API says. */
export async function startTwoOrigins(
  answer: (request: Received) => Answer,
  files: PageFiles = {},
): Promise<TwoOrigins> {
  const received: Received[] = [];
  const page = createServer(({ url = '' }, response) => {
    const { type, text } = files[url] ?? EMPTY_PAGE;
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    response.end(text);
  });
  const api = createServer({ maxHeaderSize: 2 ** 23 }, async (request, response) => {
    const { method = '', url = '', headers } = request;
    received.push({ method, url, headers });
    const {
      status = 200,
      statusText,
      headers: lines = [],
      body = '',
      ...how
    } = answer({ method, url, headers });
    if (how.after !== undefined) await how.after;
    response.writeHead(status, statusText, [...lines.flat()]);
    if (how.unfinished) response.write(body);
    else response.end(body);
  });
  // Node.js would leave out what comes after the first 2,000 lines.
  api.maxHeadersCount = 0;
  const stops = await Promise.all([page, api].map(listen));
  return {
    page: originOf(page),
    api: originOf(api),
    received,
    close: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

const EMPTY_PAGE = {
  type: 'text/html',
  text: '<!doctype html><title>Page under test</title><link rel="icon" href="data:,">',
};

function originOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function listen(server: Server): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}

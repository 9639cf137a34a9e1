import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Header } from '../../../src/model/header-list.ts';
import type { LiveSequence, LiveStep } from './live-sequences.ts';
import type { PlayedHop } from './played-step.ts';

/** A page, and a server on another site that answers as the sequences say and keeps what it received. */
export interface CountingServer {
  readonly pageOrigin: string;
  /** What reached the server since the round began, by sequence. */
  readonly received: ReadonlyMap<LiveSequence, readonly Received[]>;
  /** Of no sequence. */
  readonly warmUpUrl: string;
  urlOf(sequence: LiveSequence, suffix?: string): string;
  /** From now on, answers are those of these steps. */
  beginRound(steps: ReadonlyMap<LiveSequence, LiveStep>): void;
  close(): Promise<void>;
}

/** A request with its answer. */
export interface Received extends Pick<PlayedHop, 'url' | 'method'> {
  readonly at: number;
  readonly isPreflight: boolean;
  readonly request: readonly Header[];
  readonly status: number;
  readonly headers: readonly Header[];
}

export async function startCountingServer(sequences: readonly LiveSequence[]): Promise<CountingServer> {
  const received = new Map<LiveSequence, Received[]>();
  let current: ReadonlyMap<LiveSequence, LiveStep> = new Map();
  const page = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Page</title><link rel="icon" href="data:,">');
  });
  const api = createServer({ maxHeaderSize: 2 ** 16 }, (request, response) => {
    const sequence = sequences[Number(/^\/s\/(\d+)/.exec(request.url ?? '')?.[1] ?? -1)];
    if (sequence === undefined) {
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
      return;
    }
    const entry = answer(request, response, current.get(sequence) ?? {}, `${apiOrigin}${request.url}`);
    received.get(sequence)?.push(entry);
  });
  const [pagePort, apiPort] = await Promise.all([listen(page), listen(api)]);
  const apiOrigin = `http://api.localhost:${apiPort}`;
  return {
    pageOrigin: `http://app.localhost:${pagePort}`,
    received,
    warmUpUrl: `${apiOrigin}/warm-up`,
    urlOf: (sequence, suffix = '') => filled(`${apiOrigin}/s/${sequences.indexOf(sequence)}${suffix}`),
    beginRound: (steps) => {
      current = steps;
      for (const sequence of steps.keys()) received.set(sequence, []);
    },
    close: async () => {
      await Promise.all([page, api].map(close));
    },
  };
}

/** `?fill-to=1024` becomes so long that the URL has that many characters. */
function filled(url: string): string {
  const length = Number(/\?fill-to=(\d+)$/.exec(url)?.[1] ?? 0);
  return url.padEnd(length, 'x');
}

function answer(request: IncomingMessage, response: ServerResponse, step: LiveStep, url: string): Received {
  const isPreflight = request.method === 'OPTIONS';
  const origin = request.headers.origin ?? '*';
  const allow: Header[] = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  const { actual } = step;
  const redirect = typeof actual === 'object' ? actual.redirect : null;
  const redirects = redirect !== null && !url.endsWith(redirect);
  const status = isPreflight ? (step.preflightStatus ?? 204) : redirects ? 307 : 200;
  const headers: Header[] = isPreflight ? [...allow, ...allowLines(step)] : actual === 'blocked' ? [] : allow;
  if (redirects && !isPreflight) headers.push(['Location', `${url}${redirect}`]);
  if (!isPreflight && actual === 'dropped') request.socket.destroy();
  else response.writeHead(status, [['Cache-Control', 'no-store'], ...headers].flat()).end();
  const { method = '', rawHeaders } = request;
  const lines = rawHeaders.flatMap((name, index): Header[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  return { at: Date.now(), isPreflight, url, method, request: lines, status, headers };
}

function allowLines({ allow = {} }: LiveStep): Header[] {
  return Object.entries(allow).flatMap(([name, value]): Header[] =>
    [value].flat().map((line: string) => [`Access-Control-${name}`, line]),
  );
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, 'localhost', () => resolve((server.address() as AddressInfo).port)),
  );
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

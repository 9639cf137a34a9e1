import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { selfSigned } from '../demo/servers/self-signed.ts';
import { BODIES } from './bodies.ts';
import { type Answer, type Case, type HostId, placeOf } from './case.ts';
import { contextScript } from './context-script.ts';
import { KINDS } from './kinds.ts';

/** A request as a server received it, and what it was answered. */
export interface Logged {
  readonly case: string;
  readonly hop: number;
  readonly url: string;
  readonly method: string;
  /** What the `Origin` header said; null if there was none. */
  readonly origin: string | null;
  /** What a preflight asks for; null if it is none. */
  readonly asks: { readonly method: string; readonly headers: string } | null;
  /** Null if it was never answered. */
  readonly status: number | null;
  /** The URL that it was led to. */
  readonly location: string | null;
}

export interface Servers {
  readonly origins: Readonly<Record<HostId, string>>;
  /** Everything that was received for cases, in order. */
  readonly log: readonly Logged[];
  urlOf(played: Case, hop: number): string;
  /** Tells those who wait for `/received/go`. */
  go(): void;
  close(): Promise<void>;
}

/** Has to be mapped to this machine. */
export const INSECURE_HOST = 'insecure.example';

const SCRIPT = `(${contextScript})();`;

/** The page as a file. */
export const FILE_PAGE = pageNamed('a file');

/** Servers of three origins that answer as the cases say and write down what they get. */
export async function startServers(cases: readonly Case[]): Promise<Servers> {
  const byId = new Map(cases.map((each) => [each.id, each]));
  const log: Logged[] = [];
  const waiting = new Map<string, () => void>();
  let isGoing = false;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
    const url = `${scheme}://${request.headers.host}${request.url}`;
    const awaited = /^\/received(.+)/.exec(request.url ?? '')?.[1];
    if (awaited !== undefined) {
      const isThere = log.some(({ url: logged }) => new URL(logged).pathname === awaited);
      if (isThere || (awaited === '/go' && isGoing)) response.end();
      else waiting.set(awaited, () => response.end());
      return;
    }
    const place = placeOf(request.url ?? '');
    const played = byId.get(place?.id ?? '');
    if (place === null || played === undefined) {
      house(request, response);
      return;
    }
    const { hop } = place;
    const answer = played.answers[hop] ?? played.answers[0];
    const asked = request.headers['access-control-request-method'];
    const asks =
      request.method === 'OPTIONS' && asked !== undefined
        ? { method: asked, headers: request.headers['access-control-request-headers'] ?? '' }
        : null;
    const location = asks === null && hop + 1 < played.answers.length ? urlOf(played, hop + 1) : null;
    const isFirst = !log.some((each) => each.case === played.id && each.asks === null);
    const status =
      asks === null
        ? respond(request, response, played, answer, location, isFirst)
        : permit(request, response, answer);
    log.push({
      case: played.id,
      hop,
      url,
      method: request.method ?? '',
      origin: request.headers.origin ?? null,
      asks,
      status,
      location,
    });
    waiting.get(new URL(url).pathname)?.();
  };
  const { key, certificate: cert } = selfSigned;
  const secureServer = createSecureServer({ key, cert }, onRequest);
  const servers = [createServer(onRequest), createServer(onRequest), createServer(onRequest), secureServer];
  const stops = await Promise.all(servers.map(listen));
  const [page, api, other, secure] = servers.map(portOf);
  const origins = {
    page: `http://page.localhost:${page}`,
    api: `http://api.localhost:${api}`,
    other: `http://other.localhost:${other}`,
    nowhere: `http://nowhere.localhost:${await freePort()}`,
    barred: 'http://barred.localhost:6000',
    ftp: `ftp://api.localhost:${api}`,
    unknown: `unknown://api.localhost:${api}`,
    data: 'data:,',
    named: `http://user:secret@other.localhost:${other}`,
    insecure: `http://${INSECURE_HOST}:${api}`,
    secure: `https://secure.localhost:${secure}`,
    'secure-api': `https://api.localhost:${secure}`,
  };

  function urlOf(played: Case, hop: number): string {
    return `${origins[played.answers[hop]?.at ?? 'api']}/c/${played.id}/${hop}${played.query ?? ''}`;
  }

  return {
    origins,
    log,
    urlOf,
    go() {
      isGoing = true;
      waiting.get('/go')?.();
    },
    close: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

function allowing({ headers }: IncomingMessage, allows: Answer['allows']): Record<string, string> {
  if (allows === 'nobody') return {};
  return {
    'Access-Control-Allow-Origin': headers.origin ?? '*',
    'Access-Control-Allow-Credentials': 'true',
    Vary: 'Origin',
  };
}

/** Answers a preflight; gives the status, or null if it doesn't. */
function permit(
  request: IncomingMessage,
  response: ServerResponse,
  { preflight = {} }: Answer,
): number | null {
  const { status = 204, allows, headers = [], pace } = preflight;
  if (pace === 'silent') return null;
  const { headers: asked } = request;
  response.writeHead(status, {
    ...allowing(request, allows),
    'Access-Control-Allow-Methods': asked['access-control-request-method'] ?? '',
    'Access-Control-Allow-Headers': asked['access-control-request-headers'] ?? '',
    'Access-Control-Max-Age': '0',
    ...Object.fromEntries(headers),
  });
  response.end();
  return status;
}

/** Answers any other request; gives the status. */
function respond(
  request: IncomingMessage,
  response: ServerResponse,
  played: Case,
  answer: Answer,
  location: string | null,
  isFirst: boolean,
): number | null {
  const { type, bytes } = BODIES[KINDS[played.kind].body];
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const tag = answer.headers?.find(([name]) => name === 'ETag')?.[1];
  const isUnchanged = tag !== undefined && request.headers['if-none-match'] === tag;
  const status = isUnchanged ? 304 : (answer.status ?? (range === null ? 200 : 206));
  const start = range === null ? 0 : Number(range[1]);
  const end = range === null || range[2] === '' ? bytes.length - 1 : Number(range[2]);
  if (answer.pace === 'silent') return null;
  response.writeHead(status, {
    'Content-Type': type,
    ...(answer.headers?.some(([name]) => name === 'Cache-Control') ? {} : { 'Cache-Control': 'no-store' }),
    ...allowing(request, answer.allows),
    ...(status === 206
      ? { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes ${start}-${end}/${bytes.length}` }
      : {}),
    ...Object.fromEntries(answer.headers ?? []),
    ...(location === null ? {} : { Location: location }),
  });
  // Chromium holds a redirect's connection until all of it has been read, and reads nothing while the next preflight runs.
  if (location !== null || request.method === 'HEAD' || status === 304 || status === 204) response.end();
  else if (answer.pace === 'in-pieces' && isFirst) sendInPieces(response, type);
  else if (answer.pace === 'unfinished') response.write(bytes);
  else response.end(bytes.subarray(start, end + 1));
  return status;
}

/** A stream of events that breaks off: `EventSource` then asks again, and is answered at once. Others get three pieces. */
function sendInPieces(response: ServerResponse, type: string): void {
  const pieces =
    type === 'text/event-stream' ? ['retry: 10\n\n', 'data: 1\n\n', 'data: 2\n\n'] : ['1', '2', '3'];
  for (const [index, piece] of pieces.entries()) setTimeout(() => response.write(piece), index * 40);
  setTimeout(() => response.end(), pieces.length * 40);
}

/** Pages, frames and scripts. They allow everybody, so that opaque origins may load them, too. */
function house(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(`http://house${request.url}`);
  const shared = { 'Access-Control-Allow-Origin': '*' };
  if (pathname === '/script.js') {
    response.writeHead(200, { ...shared, 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' });
    response.end(SCRIPT);
    return;
  }
  if (pathname.startsWith('/font-sheet/')) {
    response.writeHead(200, { 'Content-Type': 'text/css' });
    const path = pathname.replace('/font-sheet', '');
    response.end(`@font-face { font-family: x${path.replaceAll(/[^\w]/g, '-')}; src: url("${path}") }`);
    return;
  }
  if (pathname.startsWith('/importer/')) {
    response.writeHead(200, { ...shared, 'Content-Type': 'text/javascript' });
    response.end(`import '${pathname.replace('/importer', '')}';`);
    return;
  }
  if (pathname.startsWith('/page') || pathname.endsWith('/frame')) {
    const preload = searchParams.get('link');
    const rules = searchParams.get('rules');
    const reports = searchParams.get('reports');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(preload === null ? {} : { Link: `<${preload}>; rel=preload; as=fetch; crossorigin` }),
      ...(rules === null ? {} : { 'Speculation-Rules': `"${rules}"` }),
      ...(reports === null ? {} : reportingTo(reports)),
    });
    response.end(pageNamed(pathname));
    return;
  }
  response.writeHead(404);
  response.end();
}

/** A policy that forbids scripts to ask `forbidden.localhost`, and says so. */
function reportingTo(url: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `connect-src 'self' http://api.localhost:* http://${INSECURE_HOST}:*; report-to main`,
    'Reporting-Endpoints': `main="${url}"`,
  };
}

function pageNamed(title: string): string {
  return `<!doctype html><title>${title}</title><link rel="icon" href="data:,"><script>${SCRIPT}</script><body>`;
}

/** Where nothing listens any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  const stop = await listen(server);
  const port = portOf(server);
  await stop();
  return port;
}

function portOf(server: Pick<Server, 'address'>): number {
  return (server.address() as AddressInfo).port;
}

async function listen(server: Server | SecureServer): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}

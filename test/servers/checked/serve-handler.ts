import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Policy } from '../../../src/fixes/index.ts';
import { at, originsOf, PROBES } from '../probes.ts';
import { ROUTES } from '../routes.ts';
import { send } from '../send.ts';
import type { RunningServer } from '../server-under-test.ts';
import type { ReadPolicy } from './compare-policy.ts';

/** Answers a request as the platforms of the Fetch API do. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** What stands for the user's own code: the routes of every app under test, of which one throws. */
export const app: FetchHandler = (request) => {
  const path = new URL(request.url).pathname.replace(/^\/api(?=\/)/, '');
  if (path === '/boom') throw new Error('boom');
  const { status, headers } =
    Object.entries(ROUTES).find(([route]) => route === path)?.[1] ?? ROUTES['/missing'];
  if (request.method === 'OPTIONS') return new Response('{}', { status: 405 });
  // Its own CORS headers have to be replaced.
  return new Response('{}', { status, headers: { ...headers, 'Access-Control-Allow-Origin': '*' } });
};

/** The same, by a server that answers 500 if it throws. */
export const appBehindServer: FetchHandler = async (request) => {
  try {
    return await app(request);
  } catch {
    return new Response('{}', { status: 500 });
  }
};

/** What a handler does is asked by HTTP, as every server under test is. */
export async function askHandler(handler: FetchHandler, port: number, policy: Policy): Promise<ReadPolicy> {
  return askServer((request, response) => void answer(handler, request, response), port, policy);
}

/** The same for a handler as Node.js has them. */
export async function askServer(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
  policy: Policy,
): Promise<ReadPolicy> {
  const server = await serve(handler, port);
  try {
    // The probes ask with a PUT and with headers of the policies that everything is proven with.
    const complaints: string[] = [];
    for (const { concerns, complaints: of } of PROBES) {
      const asksSo = policy.methods.includes('PUT') && policy.headers.includes('x-request-id');
      if (asksSo && policy.exposed.includes('x-total-count') && concerns('app', policy)) {
        complaints.push(...(await of({ port, policy })));
      }
    }
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    return await readAnswers(port, policy);
  } finally {
    await server.stop();
  }
}

async function readAnswers(port: number, policy: Policy): Promise<ReadPolicy> {
  const origins: string[] = [];
  const path = at(policy, '/ok');
  for (const Origin of originsOf(policy)) {
    origins.push(...(await send(port, 'GET', path, { Origin })).lines('Access-Control-Allow-Origin'));
  }
  const [Origin] = originsOf(policy);
  const answer = await send(port, 'GET', path, { Origin });
  const preflight = await send(port, 'OPTIONS', path, { Origin, 'Access-Control-Request-Method': 'PUT' });
  const list = (from: typeof answer, name: string): readonly string[] =>
    from
      .lines(name)
      .flatMap((line) => line.split(/\s*,\s*/))
      .filter((each) => each !== '');
  const [seconds] = preflight.lines('Access-Control-Max-Age');
  return {
    origins: [...new Set(origins)],
    credentials: answer.lines('Access-Control-Allow-Credentials').join() === 'true',
    exposed: list(answer, 'Access-Control-Expose-Headers'),
    methods: list(preflight, 'Access-Control-Allow-Methods'),
    headers: list(preflight, 'Access-Control-Allow-Headers'),
    maxAge: seconds === undefined ? null : Number(seconds),
  };
}

async function answer(
  handler: FetchHandler,
  asked: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = Object.entries(asked.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const request = new Request(`http://127.0.0.1${asked.url ?? '/'}`, {
    method: asked.method ?? 'GET',
    headers,
  });
  try {
    const answered = await handler(request);
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(await answered.text());
  } catch (error) {
    // As a platform does if its function throws.
    response.writeHead(500).end(String(error));
  }
}

async function serve(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<RunningServer> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ports } from './addresses.ts';
import { placeOf } from './addresses.ts';
import type { Answer, OracleCase } from './oracle-case.ts';
import { preflightAnswerOf } from './oracle-case.ts';
import type { RawRequest } from './raw-request.ts';
import { bodyFor, houseAnswer, type SeenRequest, type Stage } from './stage.ts';

/** A case of which one server has the configuration that our generator wrote for plain Node.js. */
export interface ConfiguredCase extends OracleCase {
  /** The server's serialised origin, and the text: it defines `cors(request, response)`. */
  readonly configuration: { readonly target: string; readonly text: string };
}

type Cors = (request: IncomingMessage, response: ServerResponse) => boolean;

interface Configured {
  readonly played: OracleCase;
  readonly target: string;
  readonly cors: Promise<Cors>;
  readonly seen: SeenRequest[];
}

/**
 * As the stage, on three plain Node.js servers. The one that a case is about calls the configuration first, as the panel
 * says, and then answers as it did, with the CORS headers that it had replaced; the others answer as they did.
 */
export async function openConfiguredStage(): Promise<Stage> {
  const cases = new Map<string, Configured>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', rawHeaders } = request;
    const headers = rawHeaders.flatMap((name, at): (readonly [string, string])[] =>
      at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
    );
    const raw: RawRequest = { method, path: url, headers };
    const place = placeOf(url);
    const configured = place === null ? undefined : cases.get(place.id);
    if (place === null || configured === undefined) {
      const { status, headers: lines, body } = houseAnswer(raw) ?? { status: 404, headers: [], body: '' };
      response.writeHead(Number(status), lines.flat()).end(body);
      return;
    }
    const { played, target, cors, seen } = configured;
    const asks = method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    seen.push({ ...raw, kind: asks ? 'preflight' : 'actual', hop: place.hop });
    const isTarget = `http://${request.headers.host}` === target;
    if (isTarget && (await cors)(request, response)) return;
    const answer = asks ? preflightAnswerOf(played, place.hop) : played.server.responses[place.hop];
    send(response, answer, answer === undefined || asks ? '' : bodyFor(played, answer), isTarget);
  }

  const servers = [createServer(handle), createServer(handle), createServer(handle)] as const;
  const [a, b, c] = servers;
  const ports: Ports = [await listen(a), await listen(b), await listen(c)];
  return {
    ports,
    put(played) {
      // The last of a tab, which only tell that all others have ended, are played without one.
      const { target, text } = isConfigured(played) ? played.configuration : NOT_CONFIGURED;
      cases.set(played.id, { played, target, cors: load(text), seen: [] });
    },
    take(id) {
      const seen = cases.get(id)?.seen ?? [];
      cases.delete(id);
      return seen;
    },
    async close() {
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((resolve) => server.close(resolve));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

const NOT_CONFIGURED = { target: '', text: 'const cors = () => false;' };

function isConfigured(played: OracleCase): played is ConfiguredCase {
  return 'configuration' in played;
}

/** The function that a text defines: exactly the text, in a module of its own. */
async function load(text: string): Promise<Cors> {
  const loaded: { readonly cors: Cors } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`${text}\nexport { cors };`)}`
  );
  return loaded.cors;
}

function send(
  response: ServerResponse,
  answer: Answer | null | undefined,
  body: string,
  isConfigured: boolean,
): void {
  if (answer === undefined || answer === null) {
    response.writeHead(404).end();
    return;
  }
  const { status, headers, location, abort } = answer;
  if (abort !== undefined && abort !== null) {
    response.destroy();
    return;
  }
  for (const [name, value] of headers) {
    // Whoever puts a configuration in takes out what was there instead of it.
    if (isConfigured && /^(access-control-|vary$)/i.test(name)) continue;
    response.appendHeader(name, value);
  }
  if (location !== undefined) response.setHeader('Location', location);
  response.writeHead(Number(status)).end(body);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

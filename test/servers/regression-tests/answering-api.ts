import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Exchange, Hop } from '../../../src/model/exchange.ts';

/** An API on this machine that answers as recorded exchanges say. */
export interface AnsweringApi {
  readonly origin: string;
  /** From now on; what it was asked before is forgotten. */
  answerAs(exchanges: readonly Exchange[]): void;
  /** The methods that it was asked with. */
  methods(): ReadonlySet<string>;
  close(): Promise<void>;
}

export async function startAnsweringApi(): Promise<AnsweringApi> {
  let hops: readonly Hop[] = [];
  const methods = new Set<string>();
  const server = createServer((request, response) => {
    methods.add(request.method ?? '');
    const url = `http://${request.headers.host}${request.url}`;
    answer(
      request,
      response,
      hops.find((hop) => hop.url === url),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    answerAs(exchanges) {
      hops = exchanges.flatMap((exchange) => exchange.hops);
      methods.clear();
    },
    methods: () => methods,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What was never seen it answers with 204 and nothing else. */
function answer(request: IncomingMessage, response: ServerResponse, hop: Hop | undefined): void {
  const isPreflight =
    request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  const recorded = isPreflight ? hop?.preflight?.response : hop?.response;
  response.writeHead(recorded?.status ?? 204, (recorded?.headers ?? []).flat());
  request.resume().on('end', () => response.end());
}

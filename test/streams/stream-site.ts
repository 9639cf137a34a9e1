import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached one of the servers. */
export interface SiteRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Where the three origins are. */
export interface Addresses {
  /** Origin of the page. */
  readonly page: string;
  /** Origin of the API that the page calls. */
  readonly api: string;
  /** One more, for redirects. */
  readonly other: string;
  /** An origin where nobody listens. */
  readonly nobody: string;
}

/** `hang` never answers; `close` ends the connection; `cut` sends less than it promised. */
export type SiteAnswer =
  | 'hang'
  | 'close'
  | {
      readonly status?: number;
      /** In order; a name may come twice. */
      readonly headers?: readonly (readonly [string, string])[];
      readonly body?: string;
      readonly cut?: boolean;
    };

export interface StreamSite extends Addresses {
  close(): void;
}

/** Starts a page, two APIs, and a port where nobody listens. The answer may depend on where they are. */
export async function startStreamSite(
  answer: (request: SiteRequest, site: Addresses) => SiteAnswer,
): Promise<StreamSite> {
  const servers = [0, 1, 2, 3].map(() =>
    createServer(({ method = '', url = '', headers }, response) =>
      send(response, answer({ method, path: url, headers }, addresses)),
    ),
  );
  const [page = '', api = '', other = '', nobody = ''] = await Promise.all(servers.map(listen));
  const addresses: Addresses = { page, api, other, nobody };
  servers[3]?.close();
  return {
    ...addresses,
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function send(response: ServerResponse, answer: SiteAnswer): void {
  if (answer === 'hang') return;
  if (answer === 'close') {
    response.destroy();
    return;
  }
  const { status = 200, headers = [], body = '', cut = false } = answer;
  const length = [['Content-Length', String(body.length + (cut ? 100 : 0))]];
  response.writeHead(status, [...headers, ...(status === 304 ? [] : length)].flat());
  response.write(body, () => (cut ? response.destroy() : response.end()));
  if (body === '') response.end();
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

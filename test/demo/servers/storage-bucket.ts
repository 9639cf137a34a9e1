import type { ServerResponse } from 'node:http';
import { pathOf, sendEmpty, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

const IDS = { 'x-amz-request-id': '4442587FB7D0A2F9', 'x-amz-id-2': 'vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQ' };

/** A bucket of a storage service, as Amazon S3 answers: one without a CORS rule, one whose rule knows only GET. */
export const storageBucket: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'localhost',
  create: () => (request, response) => {
    const hasRule = pathOf(request.url).startsWith('/photos/');
    if (request.method === 'OPTIONS') {
      const allows = hasRule && request.headers['access-control-request-method'] === 'GET';
      return allows ? sendEmpty(response, 200, allowed()) : refuse(response);
    }
    sendJson(response, 200, { key: 'cat.json' }, hasRule ? allowed() : { ...IDS, Server: 'AmazonS3' });
  },
};

function allowed(): Record<string, string> {
  return {
    ...IDS,
    Server: 'AmazonS3',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET',
  };
}

/** S3's answer to a preflight that no rule of the bucket matches. */
function refuse(response: ServerResponse): void {
  response.writeHead(403, { ...IDS, Server: 'AmazonS3', 'Content-Type': 'application/xml' });
  response.end(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket.</Message></Error>',
  );
}

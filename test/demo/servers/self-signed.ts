import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORDERS, sendJson } from './json-response.ts';
import type { HttpsServer } from './server.ts';

/** An HTTPS API with right CORS headers and a certificate that nobody trusts: made for this demo, for localhost only. */
export const selfSigned: HttpsServer = {
  kind: 'node',
  transport: 'https',
  host: 'localhost',
  key: readFileSync(join(import.meta.dirname, 'self-signed-key.pem'), 'utf8'),
  certificate: readFileSync(join(import.meta.dirname, 'self-signed-certificate.pem'), 'utf8'),
  create: () => (_request, response) => {
    sendJson(response, 200, ORDERS, { 'Access-Control-Allow-Origin': '*' });
  },
};

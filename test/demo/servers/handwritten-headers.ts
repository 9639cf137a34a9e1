import { ORDERS, pathOf, sendEmpty, sendJson } from './json-response.ts';
import type { HttpServer, Site } from './server.ts';

type Headers = Readonly<Record<string, string>>;

interface Endpoint {
  readonly response: Headers;
  /** What the preflight is answered with; without it, what the response has. */
  readonly preflight?: Headers;
  /** Default: 200. */
  readonly status?: number;
}

/** An API whose team writes its CORS headers by hand: one small mistake on each path. */
export const handwrittenHeaders: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'localhost',
  create: (site) => {
    const endpoints = new Map(Object.entries(endpointsOf(site)));
    return (request, response) => {
      const endpoint = endpoints.get(pathOf(request.url));
      if (endpoint === undefined) return sendJson(response, 404, { error: 'not found' });
      if (request.method === 'OPTIONS') {
        return sendEmpty(response, 204, endpoint.preflight ?? endpoint.response);
      }
      sendJson(response, endpoint.status ?? 200, ORDERS, endpoint.response);
    };
  },
};

function endpointsOf(site: Site): Readonly<Record<string, Endpoint>> {
  const anyOrigin = { 'Access-Control-Allow-Origin': '*' };
  const thisOrigin = { 'Access-Control-Allow-Origin': site.page, Vary: 'Origin' };
  const withCredentials = { ...thisOrigin, 'Access-Control-Allow-Credentials': 'true' };
  const port = site.pagePort;
  return {
    '/origin/scheme': { response: { 'Access-Control-Allow-Origin': `https://localhost:${port}` } },
    '/origin/www': { response: { 'Access-Control-Allow-Origin': `http://www.localhost:${port}` } },
    '/origin/loopback-name': { response: { 'Access-Control-Allow-Origin': `http://127.0.0.1:${port}` } },
    '/origin/case': { response: { 'Access-Control-Allow-Origin': `HTTP://LOCALHOST:${port}` } },
    '/origin/missing-scheme': { response: { 'Access-Control-Allow-Origin': `localhost:${port}` } },
    '/origin/empty': { response: { 'Access-Control-Allow-Origin': '' } },
    '/origin/pattern': { response: { 'Access-Control-Allow-Origin': `^http://localhost(:\\d+)?$` } },

    '/credentials/misspelt': { response: { ...thisOrigin, 'Access-Control-Allow-Credentials': 'True' } },

    '/preflight/methods-with-spaces': {
      response: anyOrigin,
      preflight: { ...anyOrigin, 'Access-Control-Allow-Methods': 'GET PUT POST' },
    },
    '/preflight/lower-case-methods': {
      response: anyOrigin,
      preflight: { ...anyOrigin, 'Access-Control-Allow-Methods': 'get, put, delete' },
    },
    '/preflight/cached': {
      response: anyOrigin,
      preflight: {
        ...anyOrigin,
        'Access-Control-Allow-Methods': 'PATCH',
        'Access-Control-Allow-Headers': 'Content-Type',
        'Access-Control-Max-Age': '600',
      },
    },
    '/preflight/any-method': {
      response: withCredentials,
      preflight: { ...withCredentials, 'Access-Control-Allow-Methods': '*' },
    },
    '/checkout': {
      status: 500,
      response: {},
      preflight: { ...anyOrigin, 'Access-Control-Allow-Headers': 'Content-Type' },
    },
  };
}

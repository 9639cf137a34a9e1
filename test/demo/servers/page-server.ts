import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, join } from 'node:path';
import { pathOf, sendJson } from './json-response.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The same frame under two names: the second is served as a page of the public internet. */
const FILES: Readonly<Record<string, { readonly file: string; readonly policy?: string }>> = {
  '/': { file: 'index.html' },
  '/demo.css': { file: 'demo.css' },
  '/demo.js': { file: 'demo.js' },
  '/send-request.js': { file: 'send-request.js' },
  '/worker.js': { file: 'worker.js' },
  '/icon.svg': { file: 'icon.svg' },
  '/frame.html': { file: 'frame.html' },
  '/public-frame.html': { file: 'frame.html', policy: 'treat-as-public-address' },
};

/**
 * Serves the demo page, which needs no build. `scenarios` is what `/scenarios.json` answers with. The page gets a
 * session cookie, which its requests to other ports of `localhost` then carry if they ask for credentials.
 */
export function createPageServer(scenarios: () => unknown): RequestListener {
  return async (request, response) => {
    const path = pathOf(request.url);
    if (path === '/scenarios.json') return sendJson(response, 200, scenarios());
    const entry = FILES[path];
    if (entry === undefined) return sendJson(response, 404, { error: 'not found' });
    const body = await readFile(join(import.meta.dirname, '../site', entry.file));
    response.writeHead(200, {
      'Content-Type': CONTENT_TYPES[extname(entry.file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
      'Set-Cookie': 'session=demo; Path=/; HttpOnly; SameSite=Lax',
      ...(entry.policy === undefined ? {} : { 'Content-Security-Policy': entry.policy }),
    });
    response.end(body);
  };
}

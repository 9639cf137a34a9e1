import type { IncomingMessage, ServerResponse } from 'node:http';
import { firebase as platform } from '../../../src/fixes/platforms/firebase.ts';
import { ROUTES } from '../routes.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { importText, standIn } from './import-text.ts';
import { askServer } from './serve-handler.ts';
import { textAt } from './snippet-at.ts';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

export const firebase: ParsedPlatform = {
  platform,
  needs: [{ there: 'cors', from: 'npm' }],
  parse: checkedBy(async (snippets, policy, { folder, port }) => {
    await standIn(folder, 'firebase-functions/https', 'export const onRequest = (handler) => handler;');
    const text = textAt(snippets, 'function').replace(
      '// … what your function does …',
      'globalThis.userPart(request, response);',
    );
    const runtime = globalThis as { userPart?: NodeHandler };
    runtime.userPart = answer;
    try {
      const { api } = (await importText(folder, 'index.mjs', text)) as unknown as {
        readonly api: NodeHandler;
      };
      const behind: NodeHandler = (request, response) => {
        try {
          api(request, response);
        } catch {
          // As the runtime of the functions does.
          response.writeHead(500).end();
        }
      };
      return await askServer(behind, port, { ...policy, path: null });
    } finally {
      delete runtime.userPart;
    }
  }),
};

/** The routes of every app under test, as a function has them. */
const answer: NodeHandler = (request, response) => {
  const path = (request.url ?? '/').replace(/^\/api(?=\/)/, '');
  if (path === '/boom') throw new Error('boom');
  const { status, headers } =
    Object.entries(ROUTES).find(([route]) => route === path)?.[1] ?? ROUTES['/missing'];
  for (const [name, value] of Object.entries(headers)) response.appendHeader(name, value);
  response.writeHead(status).end('{}');
};

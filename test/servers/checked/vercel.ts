import { vercel as platform } from '../../../src/fixes/platforms/vercel.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { importText, standIn } from './import-text.ts';
import { appBehindServer, askHandler } from './serve-handler.ts';
import { textAt } from './snippet-at.ts';

interface Middleware {
  readonly default: (request: Request) => Response;
  readonly config?: { readonly matcher: string };
}

/** https://vercel.com/docs/functions/functions-api-reference/vercel-functions-package#next */
const NEXT = `export function next({ headers }) {
  const all = new Headers(headers);
  all.set('x-middleware-next', '1');
  return new Response(null, { headers: all });
}`;

export const vercel: ParsedPlatform = {
  platform,
  needs: [],
  parse: checkedBy(async (snippets, policy, { folder, port }) => {
    await standIn(folder, '@vercel/functions/index', NEXT);
    const module = await importText(folder, 'middleware.ts', textAt(snippets, 'file'));
    const { default: run, config } = module as unknown as Middleware;
    const prefix = config?.matcher.replace(/:path\*$/, '') ?? '/';
    return askHandler(
      async (request) => {
        const app = await appBehindServer(request);
        app.headers.delete('Access-Control-Allow-Origin');
        if (!new URL(request.url).pathname.startsWith(prefix)) return app;
        const decided = run(request);
        if (decided.headers.get('x-middleware-next') === null) return decided;
        for (const [name, value] of decided.headers) {
          if (name === 'vary') app.headers.append(name, value);
          else app.headers.set(name, value);
        }
        return app;
      },
      port,
      policy,
    );
  }),
};

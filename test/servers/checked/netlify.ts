import { netlify as platform } from '../../../src/fixes/platforms/netlify.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { importText } from './import-text.ts';
import { appBehindServer, askHandler } from './serve-handler.ts';
import { textAt } from './snippet-at.ts';

interface EdgeFunction {
  /** https://docs.netlify.com/build/edge-functions/api/ */
  readonly default: (
    request: Request,
    context: { readonly next: () => Promise<Response> },
  ) => Promise<Response>;
  readonly config: { readonly path: string };
}

export const netlify: ParsedPlatform = {
  platform,
  needs: [],
  parse: checkedBy(async (snippets, policy, { folder, port }) => {
    const module = await importText(folder, 'cors.ts', textAt(snippets, 'file'));
    const { default: run, config } = module as unknown as EdgeFunction;
    const prefix = config.path.replace(/\*$/, '');
    return askHandler(
      async (request) => {
        const next = async (): Promise<Response> => appBehindServer(request);
        const answer = new URL(request.url).pathname.startsWith(prefix)
          ? await run(request, { next })
          : await next();
        if (!new URL(request.url).pathname.startsWith(prefix))
          answer.headers.delete('Access-Control-Allow-Origin');
        return answer;
      },
      port,
      policy,
    );
  }),
};

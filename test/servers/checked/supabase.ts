import { supabase as platform } from '../../../src/fixes/platforms/supabase.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { importText } from './import-text.ts';
import { app, askHandler, type FetchHandler } from './serve-handler.ts';
import { textAt } from './snippet-at.ts';

/** What functions find there, and the app that stands for the user's part. */
interface Runtime {
  Deno?: { readonly serve: (handler: FetchHandler) => void };
  userPart?: FetchHandler;
}

export const supabase: ParsedPlatform = {
  platform,
  needs: [],
  parse: checkedBy(async (snippets, policy, { folder, port }) => {
    const runtime = globalThis as Runtime;
    let served: FetchHandler | null = null;
    runtime.userPart = app;
    // The app throws on purpose, which the function writes into its log.
    const { error } = console;
    console.error = () => {};
    runtime.Deno = {
      serve: (handler) => {
        served = handler;
      },
    };
    try {
      await importText(folder, '_shared/cors.ts', textAt(snippets, 'shared'));
      const text = textAt(snippets, 'function').replace(
        '// … what your function does …',
        'return (globalThis as any).userPart(request);',
      );
      await importText(folder, 'api/index.ts', text);
      if (served === null) throw new Error('Nothing is served.');
      return await askHandler(served, port, { ...policy, path: null });
    } finally {
      console.error = error;
      delete runtime.Deno;
      delete runtime.userPart;
    }
  }),
};

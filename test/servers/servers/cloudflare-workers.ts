import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cloudflareWorkers as platform } from '../../../src/fixes/platforms/cloudflare-workers.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkModule, runModule, versionOf } from '../run-module.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const cloudflareWorkers: ServerUnderTest = {
  platform,
  needs: [{ there: 'miniflare', from: 'npm' }],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    const script = join(surroundings.folder, 'worker.js');
    await writeFile(script, worker(snippets));
    return runModule(surroundings, host(script, surroundings.port));
  },
  parse: (surroundings, snippets) => checkModule(surroundings, worker(snippets)),
  version: () => versionOf('workerd'),
};

/** Runs the Worker in workerd, the runtime of Cloudflare. */
function host(script: string, port: number): string {
  return `import { Miniflare } from 'miniflare';

const miniflare = new Miniflare({
  modules: true,
  scriptPath: '${script}',
  compatibilityDate: '2025-01-01',
  host: '127.0.0.1',
  port: ${port},
});
await miniflare.ready;
`;
}

function worker(snippets: readonly Snippet[] | null): string {
  const answers = `const response = respond(request);
    if (response !== null) return response;
    throw new Error('boom');`;
  const pasted = textAt(snippets, 'worker');
  const code =
    pasted === ''
      ? `export default {\n  async fetch(request) {\n    ${answers}\n  },\n};`
      : pasted.replace('// … what your `fetch` did until now …', answers);
  return `${code}
function respond(request) {
  const path = new URL(request.url).pathname.replace(/^\\/api(?=\\/)/, '');
  if (path === '/private') return new Response(null, { status: 401 });
  if (path === '/ok' && ['GET', 'POST', 'PUT'].includes(request.method)) {
    return Response.json({}, { headers: { 'X-Total-Count': '42', 'X-Internal': '7' } });
  }
  if (path === '/vary') return Response.json({}, { headers: { Vary: 'Accept-Encoding' } });
  return path === '/boom' ? null : new Response(null, { status: 404 });
}
`;
}

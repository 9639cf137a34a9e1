import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nextjs as platform } from '../../../src/fixes/platforms/nextjs.ts';
import { checkTypeScript } from '../check-typescript.ts';
import { FRAMEWORKS } from '../find-needs.ts';
import { versionOf } from '../run-module.ts';
import { runProgram } from '../run-program.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

const PROGRAM = join(FRAMEWORKS, 'node_modules/next/dist/bin/next');

/** Started as during development, which takes seconds; a build takes half a minute, and has the same `proxy.ts`. */
export const nextjs: ServerUnderTest = {
  platform,
  needs: ['next', 'react', 'react-dom'].map((there) => ({ there, from: 'npm' })),
  role: 'app',
  causeWithout: 'preflight-without-cors-headers',
  async start({ folder, port }, snippets) {
    const files = snippets === null ? APP : { ...APP, 'proxy.ts': textAt(snippets, 'proxy') };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return runProgram({
      command: process.execPath,
      args: [PROGRAM, 'dev', '--hostname', '127.0.0.1', '--port', String(port)],
      folder,
      env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
      port,
    });
  },
  parse: (surroundings, snippets) => checkTypeScript(surroundings, textAt(snippets, 'proxy')),
  version: () => versionOf('next'),
};

/** Refuses every method, also those that no route handler has to have. */
const PRIVATE = `const refuse = () => new Response(null, { status: 401 });
export { refuse as GET, refuse as OPTIONS, refuse as POST, refuse as PUT };
`;

/** The route handlers, each in its file. */
const APP: Readonly<Record<string, string>> = {
  'next.config.js': `export default { turbopack: { root: '${FRAMEWORKS}' } };\n`,
  'app/private/route.js': PRIVATE,
  'app/api/private/route.js': PRIVATE,
  'app/[...path]/route.js': `const total = { 'X-Total-Count': '42', 'X-Internal': '7' };

async function answer(request, { params }) {
  const { path } = await params;
  switch (path.at(-1)) {
    case 'ok':
      return Response.json({}, { headers: total });
    case 'vary':
      return Response.json({}, { headers: { Vary: 'Accept-Encoding' } });
    case 'boom':
      throw new Error('boom');
    default:
      return new Response(null, { status: 404 });
  }
}
export { answer as GET, answer as POST, answer as PUT };
`,
};

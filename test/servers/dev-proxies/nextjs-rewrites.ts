import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nextjsRewrites as platform } from '../../../src/fixes/platforms/nextjs-rewrites.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { exampleOf, readMembers } from '../checked/forwarding.ts';
import { exactly, reader } from '../checked/schema.ts';
import { FRAMEWORKS } from '../find-needs.ts';
import { runProgram } from '../run-program.ts';
import type { Surroundings } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';
import type { DevProxyUnderTest } from './dev-proxy-under-test.ts';

const NEXT = join(FRAMEWORKS, 'node_modules/next');

const readRewrites = reader<readonly [{ readonly source: string; readonly destination: string }]>({
  type: 'array',
  items: [exactly({ source: { type: 'string' }, destination: { type: 'string' } })],
  minItems: 1,
  additionalItems: false,
});

export const nextjsRewrites: DevProxyUnderTest = {
  platform,
  needs: [{ there: 'next', from: 'npm' }],
  rewritesCookies: false,
  async start(surroundings, snippets) {
    const { folder, port } = surroundings;
    await write(surroundings, snippets ?? []);
    return runProgram({
      command: process.execPath,
      args: [join(NEXT, 'dist/bin/next'), 'dev', '--hostname', '127.0.0.1', '--port', String(port)],
      folder,
      port,
      env: { NEXT_TELEMETRY_DISABLED: '1' },
    });
  },
  async parse(_surroundings, snippets, policy) {
    const { rewrites }: { rewrites?: unknown } = Object(readMembers(textAt(snippets, 'config')));
    if (typeof rewrites !== 'function') return 'There are no rewrites.';
    const [{ source, destination }] = readRewrites(await rewrites());
    const { asked, reached } = exampleOf(policy);
    const fill = (text: string): string => text.replace(':path*', 'users/7');
    return fill(source) === asked && fill(destination) === reached ? null : `${source} → ${destination}`;
  },
  async version() {
    const { version }: { version: string } = JSON.parse(await readFile(join(NEXT, 'package.json'), 'utf8'));
    return version;
  },
};

async function write({ folder }: Surroundings, snippets: readonly Snippet[]): Promise<void> {
  await mkdir(join(folder, 'pages'));
  await mkdir(join(folder, 'public'));
  await writeFile(join(folder, 'pages/index.js'), 'export default () => "Page of the developer";\n');
  await writeFile(join(folder, 'public/page.html'), '<!doctype html><title>Page of the developer</title>');
  await writeFile(join(folder, 'package.json'), '{}');
  await writeFile(
    join(folder, 'next.config.mjs'),
    `export default {
${textAt(snippets, 'config')}};
`,
  );
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caddy as platform } from '../../../src/fixes/platforms/caddy.ts';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

const PROGRAM = 'caddy';

export const caddy: ServerUnderTest = {
  platform,
  needs: [{ there: PROGRAM, from: { debian: 'caddy' } }],
  role: 'proxy',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    const { folder, port } = surroundings;
    const file = await write(surroundings, snippets ?? []);
    return runProgram({ command: PROGRAM, args: ['run', ...from(file)], folder, port, env: homeIn(folder) });
  },
  async parse(surroundings, snippets) {
    const { folder } = surroundings;
    const file = await write(surroundings, snippets);
    const read = await runTool(PROGRAM, ['validate', ...from(file)], { env: homeIn(folder) });
    if (!read.ok) return read.printed;
    // Caddy warns of a file that isn't formatted as it would.
    const [site = ''] = snippets.map(textOf);
    await writeFile(join(folder, 'site'), site);
    const { printed } = await runTool(PROGRAM, ['fmt', join(folder, 'site')]);
    return printed === site.trim() ? null : `caddy fmt writes:\n${printed}`;
  },
  async version() {
    return /\d+\.\d+\.\d+/.exec((await runTool(PROGRAM, ['version'])).printed)?.[0] ?? '';
  },
};

/** Where it keeps what nobody here needs. */
function homeIn(folder: string): Readonly<Record<string, string>> {
  return { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
}

function from(file: string): readonly string[] {
  return ['--config', file, '--adapter', 'caddyfile'];
}

async function write(surroundings: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const { folder, port, upstreamPort, deadPort } = surroundings;
  // Sign-ins are checked by the app, which sends no challenge: for one, Firefox would open a dialog.
  const own = `forward_auth @private 127.0.0.1:${upstreamPort} {
  uri /private
}
reverse_proxy @dead 127.0.0.1:${deadPort}
reverse_proxy 127.0.0.1:${upstreamPort} {
${textAt(snippets, 'reverse-proxy')}}`;
  const site = textAt(snippets, 'site');
  // What is limited to a path leaves the rest of the site as it was.
  const rest = site.includes('for this site') ? '' : `handle {\n${own}\n}`;
  const file = join(folder, 'Caddyfile');
  await writeFile(
    file,
    `{
  admin off
  auto_https off
}
http://:${port} {
  bind 127.0.0.1
  @private path /private /api/private
  @dead path /dead /api/dead
${site.replace(/# … what you have for this \w+ …/, own)}
${rest}
}
`,
  );
  return file;
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { haproxy as platform } from '../../../src/fixes/platforms/haproxy.ts';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';

const PROGRAM = '/usr/sbin/haproxy';

export const haproxy: ServerUnderTest = {
  platform,
  needs: [{ there: PROGRAM, from: { debian: 'haproxy' } }],
  role: 'proxy',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    const file = await write(surroundings, snippets ?? []);
    // In the foreground, without a process that watches over it.
    return runProgram({ command: PROGRAM, args: ['-db', '-f', file], ...surroundings });
  },
  async parse(surroundings, snippets) {
    const file = await write(surroundings, snippets);
    // Warnings count: it makes one of a rule that can never be reached.
    const { ok, printed } = await runTool(PROGRAM, ['-c', '-dW', '-f', file]);
    return ok ? null : printed;
  },
  async version() {
    return /version (\d+\.\d+\.\d+)/.exec((await runTool(PROGRAM, ['-v'])).printed)?.[1] ?? '';
  },
};

async function write(surroundings: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const { folder, port, upstreamPort, deadPort } = surroundings;
  const file = join(folder, 'haproxy.cfg');
  await writeFile(
    file,
    `defaults
    mode http
    retries 0
    timeout connect 1s
    timeout client 10s
    timeout server 10s

userlist members
    user nobody insecure-password nothing

frontend site
    bind 127.0.0.1:${port}
${snippets.map(textOf).join('')}
    # Without a challenge, for which Firefox would open a dialog.
    http-request deny deny_status 401 if { path_end /private } !{ http_auth(members) }
    use_backend nothing if { path_end /dead }
    default_backend app

backend app
    server app 127.0.0.1:${upstreamPort}

backend nothing
    server nothing 127.0.0.1:${deadPort}
`,
  );
  return file;
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import { varnish as platform } from '../../../src/fixes/platforms/varnish.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';

const PROGRAM = '/usr/sbin/varnishd';

export const varnish: ServerUnderTest = {
  platform,
  needs: [{ there: PROGRAM, from: { debian: 'varnish' } }],
  role: 'proxy',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    const { folder, port } = surroundings;
    const file = await write(surroundings, snippets ?? []);
    return runProgram({
      command: PROGRAM,
      // In the foreground, with a small store, and without becoming another user.
      args: ['-F', '-f', file, '-a', `127.0.0.1:${port}`, '-n', folder, '-s', 'malloc,16m', '-j', 'none'],
      folder,
      port,
    });
  },
  async parse(surroundings, snippets) {
    const file = await write(surroundings, snippets);
    // It prints the C that it makes of a VCL that it understands. To compile that as well would take seconds.
    const args = ['-C', '-f', file, '-n', surroundings.folder, '-j', 'none', '-p', 'cc_command=true'];
    const { printed } = await runTool(PROGRAM, args);
    return printed.includes('struct VCL_conf VCL_conf') ? null : printed;
  },
  async version() {
    return /varnish-(\d+\.\d+\.\d+)/.exec((await runTool(PROGRAM, ['-V'])).printed)?.[1] ?? '';
  },
};

async function write(surroundings: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const { folder, upstreamPort, deadPort } = surroundings;
  const file = join(folder, 'default.vcl');
  await writeFile(
    file,
    `vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "${upstreamPort}";
}
backend dead {
    .host = "127.0.0.1";
    .port = "${deadPort}";
}

${snippets.map(textOf).join('')}
sub vcl_recv {
    if (req.url ~ "/dead$") {
        set req.backend_hint = dead;
    }
    if (req.url ~ "/private$" && !req.http.Authorization) {
        return (synth(401));
    }
}
`,
  );
  return file;
}

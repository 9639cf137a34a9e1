import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lighttpd as platform } from '../../../src/fixes/platforms/lighttpd.ts';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';

const PROGRAM = '/usr/sbin/lighttpd';

export const lighttpd: ServerUnderTest = {
  platform,
  needs: [{ there: PROGRAM, from: { debian: 'lighttpd' } }],
  role: 'proxy',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    const file = await write(surroundings, snippets ?? []);
    return runProgram({ command: PROGRAM, args: ['-D', '-f', file], ...surroundings });
  },
  async parse(surroundings, snippets) {
    const file = await write(surroundings, snippets);
    const { printed } = await runTool(PROGRAM, ['-tt', '-f', file]);
    return printed === '' ? null : printed;
  },
  async version() {
    return /lighttpd\/(\S+)/.exec((await runTool(PROGRAM, ['-v'])).printed)?.[1] ?? '';
  },
};

/** With modules in the order in which Debian has them. */
async function write(surroundings: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const { folder, port, upstreamPort, deadPort } = surroundings;
  await mkdir(join(folder, 'site'), { recursive: true });
  await writeFile(join(folder, 'users'), '');
  const file = join(folder, 'lighttpd.conf');
  await writeFile(
    file,
    `server.modules = ( "mod_access", "mod_redirect" )
server.modules += ( "mod_auth", "mod_authn_file", "mod_proxy" )
server.bind = "127.0.0.1"
server.port = ${port}
server.document-root = "${folder}/site"
server.errorlog = "${folder}/error.log"
auth.backend = "plain"
auth.backend.plain.userfile = "${folder}/users"
$HTTP["url"] =~ "/private$" {
  # Without a challenge, for which Firefox would open a dialog.
  auth.require = ( "" => ( "method" => "extern", "realm" => "Members", "require" => "valid-user" ) )
}
$HTTP["url"] =~ "/dead$" {
  proxy.server = ( "" => (( "host" => "127.0.0.1", "port" => ${deadPort} )) )
} else {
  proxy.server = ( "" => (( "host" => "127.0.0.1", "port" => ${upstreamPort} )) )
}
${snippets.map(textOf).join('')}`,
  );
  return file;
}

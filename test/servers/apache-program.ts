import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { runTool } from './run-tool.ts';
import type { Need, RunningServer, Surroundings } from './server-under-test.ts';

const PROGRAM = '/usr/sbin/apache2';

export const APACHE: Need = { there: PROGRAM, from: { debian: 'apache2-bin' } };

const MODULES = '/usr/lib/apache2/modules';

/** What `signIn` needs. */
export const SIGN_IN_MODULES = ['auth_form', 'authn_file', 'session', 'session_cookie', 'request'];

/** Answers 401 to everything at `/private`, without a challenge: for one, Firefox would open a dialog. */
export function signIn(folder: string): string {
  return `<LocationMatch "/private$">
  AuthType form
  AuthName "Members"
  AuthFormProvider file
  AuthUserFile ${folder}/users
  Session On
  SessionCookieName members
  Require valid-user
</LocationMatch>
`;
}

/** What every one of its configurations has. */
const BASICS = ['mpm_prefork', 'authn_core', 'authz_core', 'authz_user'];

/**
 * Writes a configuration.
 * @param modules those to load besides the basic ones, without `mod_`
 * @returns the path of the file
 */
export async function writeApache(
  { folder, port }: Surroundings,
  modules: readonly string[],
  rest: string,
): Promise<string> {
  // As root, Apache answers as somebody who may read little.
  await chmod(folder, 0o755);
  const load = [...BASICS, ...modules.filter((name) => name !== '')].map(
    (name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`,
  );
  const file = join(folder, 'apache.conf');
  await writeFile(
    file,
    `${load.join('\n')}
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
DefaultRuntimeDir ${folder}
Mutex file:${folder}
User nobody
Group nogroup
Listen 127.0.0.1:${port}
StartServers 4
KeepAlive Off
${rest}`,
  );
  return file;
}

export function runApache({ folder, port }: Surroundings, file: string): Promise<RunningServer> {
  return runProgram({ command: PROGRAM, args: ['-f', file, '-DFOREGROUND'], folder, port });
}

/** What Apache complains of in a configuration; null if nothing. */
export async function checkApache(file: string): Promise<string | null> {
  const { ok, printed } = await runTool(PROGRAM, ['-f', file, '-t']);
  return ok ? null : printed;
}

export async function apacheVersion(): Promise<string> {
  return /Apache\/(\S+)/.exec((await runTool(PROGRAM, ['-v'])).printed)?.[1] ?? '';
}

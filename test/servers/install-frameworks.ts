import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAMEWORKS } from './find-needs.ts';
import { runTool } from './run-tool.ts';

/**
 * Installs the frameworks if they aren't all there.
 * @throws {Error} with what npm said, if it can't
 */
export async function installFrameworks(say: (line: string) => void): Promise<void> {
  if (await areInstalled()) return;
  say('Installing the server frameworks …');
  const { ok, printed } = await runTool('npm', ['ci', '--no-audit', '--no-fund'], {
    folder: FRAMEWORKS,
    timeoutMs: 600_000,
  });
  if (!ok) throw new Error(`The server frameworks can’t be installed: ${printed}`);
}

/** Not if one was added since. */
async function areInstalled(): Promise<boolean> {
  const file: unknown = JSON.parse(await readFile(join(FRAMEWORKS, 'package.json'), 'utf8'));
  const isListed = typeof file === 'object' && file !== null && 'dependencies' in file;
  const names = Object.keys(isListed && file.dependencies instanceof Object ? file.dependencies : {});
  // The last one is written by npm once everything is there.
  return [...names, '.package-lock.json'].every((name) => existsSync(join(FRAMEWORKS, 'node_modules', name)));
}

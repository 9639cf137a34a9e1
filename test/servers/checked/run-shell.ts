import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '../run-tool.ts';

/** The arguments of a call. */
export type Call = readonly string[];

/**
 * Runs a text in a real shell, in which a program only writes down how it was called.
 * @throws {Error} with what the shell said, if it doesn't like the text
 */
export async function callsOf(program: string, text: string, folder: string): Promise<readonly Call[]> {
  const heard = join(folder, 'calls');
  await writeFile(heard, '');
  const stub = join(folder, program);
  await writeFile(stub, `#!/bin/sh\nprintf '%s\\n' "$@" ''  >> "${heard}"\n`);
  await chmod(stub, 0o755);
  const path = `${folder}:${process.env['PATH'] ?? ''}`;
  const { ok, printed } = await runTool('sh', ['-euc', text], { folder, env: { PATH: path } });
  if (!ok || printed !== '') throw new Error(printed);
  return (await readFile(heard, 'utf8'))
    .split('\n\n')
    .filter((call) => call !== '')
    .map((call) => call.split('\n'));
}

/** What follows an option, up to the next one. */
export function valuesOf(call: Call, option: string): readonly string[] {
  const at = call.indexOf(option);
  if (at < 0) return [];
  const after = call.slice(at + 1);
  const next = after.findIndex((each) => each.startsWith('--'));
  return next < 0 ? after : after.slice(0, next);
}

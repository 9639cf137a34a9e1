import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAMEWORKS } from './find-needs.ts';
import { runProgram } from './run-program.ts';
import { runTool } from './run-tool.ts';
import type { RunningServer, Surroundings } from './server-under-test.ts';

/** Runs an ES module with Node.js, which finds the frameworks from there, until it is stopped. */
export async function runModule({ folder, port }: Surroundings, source: string): Promise<RunningServer> {
  const file = join(folder, 'server.js');
  await writeFile(file, source);
  return runProgram({ command: process.execPath, args: [file], folder, port });
}

/** What Node.js complains of in an ES module, without running it; null if nothing. */
export async function checkModule({ folder }: Surroundings, source: string): Promise<string | null> {
  const file = join(folder, 'checked.js');
  await writeFile(file, source);
  const { ok, printed } = await runTool(process.execPath, ['--check', file]);
  return ok ? null : printed;
}

/** The version of a framework that is installed. */
export async function versionOf(name: string): Promise<string> {
  const file = join(FRAMEWORKS, 'node_modules', name, 'package.json');
  const description: unknown = JSON.parse(await readFile(file, 'utf8'));
  const isPackage = typeof description === 'object' && description !== null && 'version' in description;
  return isPackage ? String(description.version) : '';
}

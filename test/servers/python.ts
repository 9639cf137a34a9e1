import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { runTool } from './run-tool.ts';
import type { Need, RunningServer, Surroundings } from './server-under-test.ts';

/** Debian's own, for which there are packages of the libraries. */
export const PYTHON = '/usr/bin/python3';

/** Modules by their file names. One is `app.py`, which serves at the port that is its first argument. */
export type PythonFiles = Readonly<Record<string, string>>;

/** Starts `app.py`. */
export async function runPython(surroundings: Surroundings, files: PythonFiles): Promise<RunningServer> {
  await writeFiles(surroundings, files);
  return runProgram({ command: PYTHON, args: ['app.py', String(surroundings.port)], ...surroundings });
}

/**
 * Has Python load `app.py` without serving, so that the libraries read their options.
 * @returns what it complains of; null if nothing
 */
export async function checkPython(surroundings: Surroundings, files: PythonFiles): Promise<string | null> {
  await writeFiles(surroundings, files);
  const { ok, printed } = await runTool(PYTHON, ['-c', 'import app'], { folder: surroundings.folder });
  return ok ? null : printed;
}

export async function writeFiles({ folder }: Surroundings, files: PythonFiles): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** A module that Debian has a package of. */
export function pythonModule(name: string, debian: string): Need {
  return { there: `/usr/lib/python3/dist-packages/${name}`, from: { debian } };
}

/** The version of an installed distribution, as its maker names it: `3.14.0`. */
export async function pythonVersion(distribution: string): Promise<string> {
  const program = `from importlib.metadata import version; print(version("${distribution}"))`;
  return (await runTool(PYTHON, ['-c', program])).printed;
}

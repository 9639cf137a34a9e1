import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FRAMEWORKS } from './find-needs.ts';
import { runTool } from './run-tool.ts';
import type { Need } from './server-under-test.ts';

const SOURCES = fileURLToPath(new URL('java/', import.meta.url));

export const JDK: Need = { there: 'javac', from: { debian: 'default-jdk-headless' } };

/**
 * Compiles a program of `test/servers/java`, or takes it from an earlier time.
 * @param name of its class, and of its file
 * @returns what `java -cp` needs to run it
 * @throws {Error} with what the compiler says
 */
export async function compileJava(name: string, libraries: readonly string[] = []): Promise<string> {
  const source = join(SOURCES, `${name}.java`);
  const hash = createHash('sha256').update(await readFile(source));
  const classes = join(FRAMEWORKS, '.run', `java-${name}-${hash.digest('hex').slice(0, 16)}`);
  const classPath = [classes, ...libraries].join(':');
  if (existsSync(classes)) return classPath;
  // Whole or not at all, for whoever looks while it is compiled.
  const unfinished = `${classes}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const { ok, printed } = await runTool('javac', ['-d', unfinished, '-cp', classPath, source]);
  if (!ok) throw new Error(printed);
  await rename(unfinished, classes);
  return classPath;
}

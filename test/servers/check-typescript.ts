import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './run-tool.ts';
import type { Surroundings } from './server-under-test.ts';

const COMPILER = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/** As in the projects of the strictest; `--ignoreConfig`, as ours is about something else. */
const OPTIONS =
  '--noEmit --strict --skipLibCheck --ignoreConfig --target es2022 --module esnext --moduleResolution bundler';

/** What the compiler complains of in a module of TypeScript that uses the frameworks' own types; null if nothing. */
export async function checkTypeScript({ folder }: Surroundings, source: string): Promise<string | null> {
  const file = join(folder, 'checked.ts');
  await writeFile(file, source);
  const { ok, printed } = await runTool(process.execPath, [COMPILER, ...OPTIONS.split(' '), file]);
  return ok ? null : printed;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes a file, and imports it as a module.
 * @returns what it exports
 */
export async function importText(
  folder: string,
  file: string,
  text: string,
): Promise<Record<string, unknown>> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, unknown>;
}

/** Puts a module beside that which imports it, as if it were installed. */
export async function standIn(folder: string, name: string, text: string): Promise<void> {
  const file = join(folder, 'node_modules', `${name}.js`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  await writeFile(join(dirname(file), 'package.json'), '{ "type": "module" }');
}

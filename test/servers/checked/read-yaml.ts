import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FRAMEWORKS } from '../find-needs.ts';
import type { Need } from '../server-under-test.ts';

export const YAML: Need = { there: 'yaml', from: 'npm' };

interface YamlLibrary {
  readonly parse: (text: string) => unknown;
}

/**
 * What a YAML text holds.
 * @throws {Error} if it isn't YAML, or has a key twice
 */
export function readYaml(text: string): unknown {
  const library = createRequire(join(FRAMEWORKS, 'package.json'))('yaml') as YamlLibrary;
  return library.parse(text);
}

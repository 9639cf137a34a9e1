import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canExecute } from '../browsers/find.ts';
import type { Need } from './server-under-test.ts';

/** The folder that has the frameworks' own `package.json`. */
export const FRAMEWORKS = fileURLToPath(new URL('frameworks/', import.meta.url));

/** Programs of servers are in folders that only administrators have on their PATH. */
const PLACES = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];

/** Where a program is; null if it is nowhere. */
export function findProgram(name: string): string | null {
  return PLACES.map((place) => join(place, name)).find(canExecute) ?? null;
}

/** What is missing, in words that say how to get it; empty if nothing is. */
export function missing(needs: readonly Need[]): readonly string[] {
  return needs
    .filter((need) => !isThere(need))
    .map(({ there, from }) =>
      from === 'npm'
        ? `${there}: npm ci --prefix test/servers/frameworks`
        : `${there}: Debian package ${from.debian}`,
    );
}

function isThere({ there, from }: Need): boolean {
  if (from === 'npm') {
    return ['node_modules', '../../../node_modules'].some((folder) =>
      existsSync(join(FRAMEWORKS, folder, there)),
    );
  }
  return there.startsWith('/') ? existsSync(there) : findProgram(there) !== null;
}

import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Makes an empty directory for one run of that browser. Whoever makes it removes it with `removeProfile`. */
export function makeProfile(executable: string): string {
  return mkdtempSync(join(profileRoot(executable), 'cors-lens-profile-'));
}

/** Removes it, also while the last processes of a killed browser still write into it. */
export function removeProfile(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/**
 * A browser from a snap has a temporary directory of its own and sees neither ours nor hidden folders; its `common`
 * folder is open to both.
 */
function profileRoot(executable: string): string {
  if (!isSnap(executable)) return tmpdir();
  const common = join(homedir(), 'snap', basename(executable), 'common');
  mkdirSync(common, { recursive: true });
  return common;
}

/** Whether it is a snap's own launcher, or the script that Ubuntu puts in its place in `/usr/bin`. */
function isSnap(executable: string): boolean {
  if (process.platform !== 'linux') return false;
  if (executable.startsWith('/snap/') || realpathSync(executable) === '/usr/bin/snap') return true;
  const file = openSync(executable, 'r');
  try {
    const start = Buffer.alloc(2048);
    readSync(file, start);
    return start.toString('latin1', 0, 2) === '#!' && start.includes('/snap/bin/');
  } finally {
    closeSync(file);
  }
}

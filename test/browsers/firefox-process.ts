import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firefoxPreferences, type PreferenceOptions } from './firefox-preferences.ts';
import { poll } from './poll.ts';
import { makeProfile, removeProfile } from './profile.ts';

export interface FirefoxProcess {
  readonly marionettePort: number;
  /** Ends Firefox and removes its profile if that was a fresh one. */
  close(): Promise<void>;
}

/** Starts that Firefox with the profile that is named, or with a fresh one; resolves when Marionette answers. */
export async function startFirefox(executable: string, options: PreferenceOptions): Promise<FirefoxProcess> {
  const profile = options.profile ?? makeProfile(executable);
  const removeIfOurs = (): void => {
    if (options.profile === undefined) removeProfile(profile);
  };
  const { width, height } = options.windowSize ?? { width: 1400, height: 900 };
  await writeFile(join(profile, 'user.js'), firefoxPreferences(options));
  const portFile = join(profile, 'MarionetteActivePort');
  // Of the Firefox that had this profile before.
  await rm(portFile, { force: true });
  const child = spawn(
    executable,
    [
      '--profile',
      profile,
      '--no-remote',
      '--new-instance',
      '--wait-for-browser',
      '--marionette',
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      `--width=${width}`,
      `--height=${height}`,
      ...(options.headless ? ['--headless'] : []),
    ],
    {
      // A group of its own, so that all of its processes can be ended at once.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MOZ_HEADLESS_WIDTH: String(width), MOZ_HEADLESS_HEIGHT: String(height) },
    },
  );
  const said = collect(child);
  const endAtExit = (): void => {
    killTree(child);
    removeIfOurs();
  };
  process.once('exit', endAtExit);

  async function close(): Promise<void> {
    process.removeListener('exit', endAtExit);
    if (isRunning(child)) {
      const exited = once(child, 'exit');
      killTree(child);
      await exited;
    }
    removeIfOurs();
  }

  try {
    const marionettePort = await poll(
      async () => {
        if (!isRunning(child)) return -1;
        return Number(await readFile(portFile, 'utf8'));
      },
      { timeoutMs: 60_000, what: 'Firefox to start' },
    );
    if (marionettePort === -1) throw new Error(`Firefox (${executable}) has exited: ${said.join('').trim()}`);
    return { marionettePort, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** The last that it says, for the case that it doesn't start. */
function collect(child: ChildProcess): string[] {
  const said: string[] = [];
  child.on('error', (error) => said.push(error.message));
  child.stderr?.on('data', (data) => {
    said.push(String(data));
    if (said.length > 20) said.shift();
  });
  return said;
}

/** Ends it with all of its children. It has nothing to save: its profile goes with it, or has on disk what was written. */
function killTree(child: ChildProcess): void {
  if (!isRunning(child) || child.pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else process.kill(-child.pid, 'SIGKILL');
}

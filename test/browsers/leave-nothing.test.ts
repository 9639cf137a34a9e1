import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineName } from './browser.ts';
import { poll } from './poll.ts';

/** Launches a browser in a process of its own, and then does what the last line says. */
const script = (engine: EngineName, then: string): string => `
  import { runnerImport } from 'vite';
  const file = ${JSON.stringify(fileURLToPath(new URL('launch.ts', import.meta.url)))};
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'silent' });
  await module.launchBrowser('${engine}', { headless: true });
  ${then}`;

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'cors-lens-leave-'));
});

afterEach(() => rmSync(temporary, { recursive: true }));

function run(source: string) {
  return spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
  });
}

/** The command lines of the processes that use the directory. */
function users(directory: string): string[] {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'args'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(directory));
}

// Windows has neither signals that can be caught nor ps.
describe.runIf(process.platform !== 'win32').each<EngineName>(['chromium', 'firefox'])('%s', (engine) => {
  it.each([
    ['is interrupted', `console.log('launched'); setInterval(() => {}, 1000);`, true],
    ['ends by an error', `console.log('launched'); process.exit(1);`, false],
  ])('leaves neither process nor profile when ours %s', async (_how, then, interrupt) => {
    const child = run(script(engine, then));
    const exit = once(child, 'exit');
    await Promise.race([once(child.stdout, 'data'), exit]);
    if (interrupt) {
      expect(users(temporary)).not.toEqual([]);
      child.kill('SIGINT');
    }
    const [code] = await exit;
    expect(code).toBe(interrupt ? 130 : 1);
    await poll(() => users(temporary).length === 0, { timeoutMs: 10_000, what: 'all processes to be gone' });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { runSaying } from '../../browsers/run-saying.ts';

const node = (script: string, limitMs = 20_000) =>
  runSaying([process.execPath, '-e', script], { limitMs, what: 'The script', say: () => undefined });

describe('runSaying', () => {
  it.each([
    ['', undefined],
    [
      'console.log("Reading"); console.error("E: Unable to locate it"); console.log("bye"); process.exit(1)',
      'E: Unable to locate it',
    ],
    ['console.log("one"); console.log("two"); process.exit(3)', 'two'],
    ['process.exit(3)', 'it ended with code 3'],
  ])('%s: %s', async (script, failure) => {
    expect(await node(script)).toBe(failure);
  });

  it('ends what takes too long', async () => {
    expect(await node('setInterval(() => {}, 1000)', 100)).toBe('it took longer than 0.1 s');
  });

  it('says that there is no such program', async () => {
    const options = { limitMs: 1_000, what: 'Nothing', say: () => undefined };
    expect(await runSaying(['no-such-program-anywhere'], options)).toContain('ENOENT');
  });
});

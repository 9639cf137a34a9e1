import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** An engine's name as a value: what a comparison, a lookup or a special case needs. */
const NAMES_ENGINE = /(['"`])(chromium|firefox|webkit)\1|\b(CHROMIUM|FIREFOX|WEBKIT)\b/;

/** The tables, and the words of each browser. */
const MAY_NAME = /^src\/(fetch\/engine[\w-]*\.ts|rules\/browsers\/)/;

const files = ['fetch', 'fixes', 'rules']
  .flatMap((folder) =>
    readdirSync(`${ROOT}src/${folder}`, { recursive: true }).map((file) => `src/${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !MAY_NAME.test(file));

describe('engine differences are data', () => {
  it('there is something to look at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(files)('%s names no engine', (file) => {
    const lines = readFileSync(`${ROOT}${file}`, 'utf8').split('\n');
    expect(lines.filter((line) => NAMES_ENGINE.test(line))).toEqual([]);
  });

  it.each([
    "if (engine === 'firefox') return false;",
    'switch (profile.engine) { case "webkit": break; }',
    'if (profile === CHROMIUM) return;',
  ])('%s would be found', (line) => {
    expect(NAMES_ENGINE.test(line)).toBe(true);
  });
});

import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Violation {
  readonly what: string;
  /** Folder below src that the planted file goes to. */
  readonly folder: string;
  readonly code: string;
  readonly caughtBy: 'tsc' | 'biome';
}

const imports = (path: string): string =>
  `import * as planted from '${path}';\nexport const value = planted;\n`;

/** One planted violation of each rule of the house. A tool has to report every single one. */
const VIOLATIONS: readonly Violation[] = [
  {
    what: 'the DOM in a pure folder',
    folder: 'rules',
    code: 'export const value = document;',
    caughtBy: 'tsc',
  },
  {
    what: 'a timer in a pure folder',
    folder: 'fetch',
    code: 'export const value = setTimeout;',
    caughtBy: 'tsc',
  },
  {
    what: 'the network in a pure folder',
    folder: 'report',
    code: 'export const value = fetch;',
    caughtBy: 'tsc',
  },
  {
    what: 'chrome.* in a pure folder',
    folder: 'fixes',
    code: 'export const value = chrome;',
    caughtBy: 'tsc',
  },
  {
    what: 'the DOM in the background',
    folder: 'background',
    code: 'export const value = document;',
    caughtBy: 'tsc',
  },
  {
    what: 'language importing model',
    folder: 'language',
    code: imports('../model/origin.ts'),
    caughtBy: 'tsc',
  },
  { what: 'model importing fetch', folder: 'model', code: imports('../fetch/evaluate.ts'), caughtBy: 'tsc' },
  { what: 'fetch importing rules', folder: 'fetch', code: imports('../rules/index.ts'), caughtBy: 'tsc' },
  { what: 'fixes importing rules', folder: 'fixes', code: imports('../rules/index.ts'), caughtBy: 'tsc' },
  { what: 'rules importing report', folder: 'rules', code: imports('../report/index.ts'), caughtBy: 'tsc' },
  {
    what: 'report importing platform',
    folder: 'report',
    code: imports('../platform/browser.ts'),
    caughtBy: 'tsc',
  },
  {
    what: 'messages importing rules',
    folder: 'messages',
    code: imports('../rules/index.ts'),
    caughtBy: 'tsc',
  },
  {
    what: 'background importing panel',
    folder: 'background',
    code: imports('../panel/strings.ts'),
    caughtBy: 'tsc',
  },
  {
    what: 'panel importing background',
    folder: 'panel',
    code: imports('../background/store.ts'),
    caughtBy: 'tsc',
  },
  {
    what: 'panel importing popup',
    folder: 'panel',
    code: imports('../popup/strings.ts'),
    caughtBy: 'tsc',
  },
  {
    what: 'popup importing background',
    folder: 'popup',
    code: imports('../background/store.ts'),
    caughtBy: 'tsc',
  },
  {
    what: 'a component of the popup importing rules',
    folder: 'popup/components',
    code: imports('../../rules/index.ts'),
    caughtBy: 'biome',
  },
  {
    what: 'a component importing rules',
    folder: 'panel/components',
    code: imports('../../rules/index.ts'),
    caughtBy: 'biome',
  },
  {
    what: 'a component importing platform',
    folder: 'panel/components',
    code: imports('../../platform/browser.ts'),
    caughtBy: 'biome',
  },
  {
    what: 'the extension API outside platform',
    folder: 'background',
    code: imports('webextension-polyfill'),
    caughtBy: 'biome',
  },
  {
    what: 'a clock in a pure folder',
    folder: 'rules',
    code: 'export const value = Date.now();',
    caughtBy: 'biome',
  },
  { what: 'any', folder: 'model', code: 'export const value: any = 1;', caughtBy: 'biome' },
  { what: 'eval', folder: 'panel', code: "export const value = eval('1');", caughtBy: 'biome' },
  {
    what: 'markup from text',
    folder: 'panel/components',
    code: "export const value = <p dangerouslySetInnerHTML={{ __html: '' }} />;",
    caughtBy: 'biome',
  },
];

const fileOf = (violation: Violation): string =>
  `src/${violation.folder}/planted-${VIOLATIONS.indexOf(violation)}.tsx`;

describe('the rules of the house are enforced by tools', () => {
  let copy: string;
  const before = { tsc: '', biome: '' };
  const after = { tsc: '', biome: '' };

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'cors-lens-planted-'));
    for (const entry of ['src', 'tsconfig.json', 'biome.json', 'package.json']) {
      await cp(join(ROOT, entry), join(copy, entry), { recursive: true });
    }
    // The compiler's outputs go to node_modules/.cache: the copy gets its own, next to links to the packages.
    await mkdir(join(copy, 'node_modules'));
    for (const entry of ['@preact', '@types', 'preact', 'valibot', 'vite', 'webextension-polyfill']) {
      await symlink(join(ROOT, 'node_modules', entry), join(copy, 'node_modules', entry), 'junction');
    }
    Object.assign(before, runTools());
    for (const violation of VIOLATIONS) await writeFile(join(copy, fileOf(violation)), `${violation.code}\n`);
    Object.assign(after, runTools());
  }, 60_000);

  afterAll(() => rm(copy, { recursive: true, force: true }));

  function runTools(): typeof before {
    const folders = [...new Set(VIOLATIONS.map(({ folder }) => `src/${folder.split('/')[0]}`))];
    return {
      tsc: run('typescript/bin/tsc', ['-b', '--pretty', 'false', ...folders]),
      biome: run('@biomejs/biome/bin/biome', [
        'lint',
        '--vcs-enabled=false',
        '--max-diagnostics=none',
        '--reporter=github',
        'src',
      ]),
    };
  }

  function run(tool: string, args: readonly string[]): string {
    const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout + stderr;
  }

  it.each(VIOLATIONS.map((violation) => [violation.what, violation] as const))(
    '%s is refused',
    (_what, violation) => {
      const lines = after[violation.caughtBy].split('\n');
      expect(lines.some((line) => line.includes(fileOf(violation)) && /error/.test(line))).toBe(true);
    },
  );

  it('and without them nothing is', () => {
    expect(before.tsc).toBe('');
    expect(before.biome).not.toContain('::error');
  });
});

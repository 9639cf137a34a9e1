import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Exchange } from '../../../src/model/exchange.ts';
import { provideBrowser } from '../../browsers/provide.ts';
import { runTool } from '../run-tool.ts';
import { exportTests, type TestResult } from './exported-test.ts';

const PLAYWRIGHT = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));

/** What Playwright's JSON reporter writes, as far as it is read here. */
const RESULTS = v.object({
  suites: v.array(
    v.object({
      specs: v.array(
        v.object({
          title: v.string(),
          ok: v.boolean(),
          tests: v.array(
            v.object({
              results: v.array(v.object({ errors: v.array(v.object({ message: v.optional(v.string()) })) })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Exports the tests and runs them with Playwright's runner, in the Chromium that the other tests use. */
export async function runPlaywright(
  folder: string,
  exchanges: readonly Exchange[],
  env: Readonly<Record<string, string>>,
): Promise<readonly TestResult[]> {
  await exportTests('playwright', folder, exchanges);
  await writeSurroundings(folder);
  const cli = join(PLAYWRIGHT, 'cli.js');
  const { printed } = await runTool(process.execPath, [cli, 'test'], { folder, env, timeoutMs: 230_000 });
  const file = await readFile(join(folder, 'results.json'), 'utf8').catch(() => {
    throw new Error(printed);
  });
  return v
    .parse(RESULTS, JSON.parse(file))
    .suites.flatMap(({ specs }) => specs)
    .map(({ title, ok, tests }) => ({
      name: title,
      passed: ok,
      text: tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')))
        .join('\n'),
    }));
}

/** What a project has that uses Playwright's runner. */
async function writeSurroundings(folder: string): Promise<void> {
  const executablePath = await provideBrowser('chromium', { say: (line) => console.log(line) });
  const config = {
    reporter: [['json', { outputFile: 'results.json' }]],
    workers: 2,
    use: { launchOptions: { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] } },
  };
  await writeFile(join(folder, 'playwright.config.js'), `module.exports = ${JSON.stringify(config)};`);
  // All that the package of this name has.
  const runner = join(folder, 'node_modules/@playwright/test');
  await mkdir(runner, { recursive: true });
  await writeFile(
    join(runner, 'index.js'),
    `module.exports = require(${JSON.stringify(join(PLAYWRIGHT, 'test'))});`,
  );
}

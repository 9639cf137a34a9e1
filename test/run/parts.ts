import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowser } from '../browsers/provide.ts';
import { chooseServers, MOST_USED } from '../servers/chosen-servers.ts';
import { ROOT, runTool, type Tool } from './command.ts';
import { NOTHING, ofExitCode, ofVitest, type Tally } from './tally.ts';

/** One part of `npm test`. */
export interface Part {
  readonly name: string;
  run(options: PartOptions): Promise<Tally>;
}

export interface PartOptions {
  /** Nothing may be skipped: what can't run has failed. */
  readonly full: boolean;
}

/** Everything that proves the product, cheapest first. */
export const PARTS: readonly Part[] = [
  command('lint', 'biome', ['ci', '.']),
  command('types', 'tsc', ['-b']),
  vitest('unit'),
  command('build-chrome', 'vite', ['build', '--mode', 'chrome', '--logLevel', 'warn']),
  command('build-firefox', 'vite', ['build', '--mode', 'firefox', '--logLevel', 'warn']),
  command('addons-linter', 'web-ext', [
    'lint',
    '-s',
    'dist/firefox',
    '--warnings-as-errors',
    '--self-hosted',
  ]),
  vitest('structure'),
  inBrowsers(vitest('browsers')),
  inBrowsers(onServers(vitest('servers'))),
];

function command(name: string, tool: Tool, args: readonly string[]): Part {
  return { name, run: async () => ofExitCode(await runTool(tool, args)) };
}

function vitest(project: string): Part {
  return {
    name: project,
    async run() {
      const dir = await mkdtemp(join(tmpdir(), 'cors-lens-test-'));
      const report = join(dir, 'report.json');
      try {
        const code = await runTool('vitest', [
          'run',
          '--project',
          project,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ]);
        return ofVitest(await readJson(report), code, ROOT);
      } finally {
        await rm(dir, { recursive: true, force: true });
      }
    },
  };
}

/** The part, once both browsers are there. Without one it fails in a full run, and is skipped visibly otherwise. */
function inBrowsers(part: Part): Part {
  return {
    name: part.name,
    async run(options) {
      const say = (line: string): void => console.log(line);
      try {
        for (const engine of ['chromium', 'firefox'] as const) await provideBrowser(engine, { say });
      } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        return options.full ? { ...NOTHING, failed: 1 } : { ...NOTHING, skipped: 1 };
      }
      return part.run(options);
    },
  };
}

/** The part, with the servers that it is about: those that people use most, and in a full run all. */
function onServers(part: Part): Part {
  return {
    name: part.name,
    async run(options) {
      try {
        await chooseServers(options.full ? 'all' : MOST_USED, { mayLack: !options.full });
      } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        return { ...NOTHING, failed: 1 };
      }
      return part.run(options);
    },
  };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

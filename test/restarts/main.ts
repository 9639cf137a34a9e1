import { parseArgs } from 'node:util';
import { ENGINES } from '../e2e/session.ts';
import type { Comparison, Unexplained } from './compare.ts';
import { runWithKills } from './kill-run.ts';

const HELP = `npm run restarts -- [--exchanges 1000] [--kills 20] [--seed 1] [--browser chromium|firefox]

Kills the extension's background at random moments during traffic, and holds what the panel shows against what the page
sent: nothing may be doubled or mispaired, and only what ran in the moment of a kill may be missing.
`;

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      exchanges: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      browser: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const engines = ENGINES.filter((engine) => values.browser === undefined || engine === values.browser);
  const [exchanges, kills, seed] = [values.exchanges, values.kills, values.seed].map(Number);
  if (values.help || engines.length === 0 || !(exchanges && kills !== undefined && Number.isInteger(seed))) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  let failures = 0;
  for (const engine of engines) {
    const run = await runWithKills({ engine, exchanges, kills, seed: seed ?? 1 });
    console.log(
      `\n${engine} ${run.version}: ${exchanges} exchanges, ${run.kills.length} kills, seed ${seed}`,
    );
    console.table({
      'panel that stayed open': numbersOf(run.open),
      'panel opened at the end': numbersOf(run.fresh),
    });
    console.log(`longest time from a kill to the next recorded request: ${run.longestDeafness} ms`);
    console.log(`rows that were shown before a kill and are gone: ${run.vanished.length}`);
    for (const { doubled, mispaired, contradicted, pending, unexplained } of [run.open, run.fresh]) {
      const wrong = { doubled, mispaired, contradicted, pending, unexplained: unexplained.map(inWords) };
      for (const [name, numbers] of Object.entries(wrong)) {
        if (numbers.length > 0) console.log(`${name}: ${numbers.join(', ')}`);
        failures += numbers.length;
      }
    }
    failures += run.vanished.length;
  }
  return failures === 0 ? 0 : 1;
}

function inWords({ number, lacks, fromKill }: Unexplained): string {
  return `${number} (lacks ${lacks}, ${fromKill} ms from a kill)`;
}

function numbersOf({ recorded, ...lists }: Comparison): Record<string, number> {
  const counts = Object.entries(lists).map(([name, list]) => [name, list.length] as const);
  return { recorded, ...Object.fromEntries(counts) };
}

import { parseArgs } from 'node:util';
import type { EngineName } from '../../browsers/browser.ts';
import { ENGINES } from '../../e2e/session.ts';
import { decidingChecks, marksByField } from './coverage.ts';
import { repairAll } from './repair.ts';
import { describeFinding, runOracle } from './run.ts';
import { openLiveSession } from './session.ts';

const HELP = `npm run oracle -- [--cases 2000] [--seed 1] [--browser chromium|firefox]

Plays generated cross-origin requests to real browsers, and holds what CORS Lens says of each against what the
browser did. Every disagreement is shrunk and printed as a line for test/oracle/live/found.jsonl.
`;

/** Plays as many cases as asked for; fails if our rules disagree with a browser on any, or if a fix doesn't help. */
export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      browser: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const engines = ENGINES.filter((engine) => values.browser === undefined || engine === values.browser);
  const [cases, seed] = [Number(values.cases), Number(values.seed)];
  if (values.help || engines.length === 0 || !(cases > 0) || !Number.isInteger(seed)) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  let failures = 0;
  for (const engine of engines) failures += await runIn(engine, cases, seed);
  return failures === 0 ? 0 : 1;
}

/** The number of ways in which something was wrong. */
async function runIn(engine: EngineName, cases: number, seed: number): Promise<number> {
  const say = (line: string): void => console.log(`${engine}: ${line}`);
  const session = await openLiveSession(engine);
  try {
    say(`${session.version}, ${cases} cases of seed ${seed}`);
    const started = performance.now();
    const { judged, findings } = await runOracle(session, { seed, cases, say });
    say(`${((performance.now() - started) / cases).toFixed(1)} ms a case, shrinking included`);
    console.table(decidingChecks(judged, engine));
    console.table(marksByField(judged));
    for (const finding of findings) console.log(`\n${describeFinding(engine, finding)}`);
    const { failed, ...counts } = await repairAll(
      session,
      judged.map(({ recorded }) => recorded),
    );
    say(`repaired live: ${JSON.stringify(counts)}, refused with the fix: ${failed.length}`);
    for (const each of failed) console.log(each);
    return findings.length + failed.length;
  } finally {
    await session.close();
  }
}

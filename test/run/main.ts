import { parseArgs } from 'node:util';
import { withOptions } from '../with-options.ts';
import { failureList } from './failures.ts';
import { PARTS } from './parts.ts';
import { add, closingLine, NOTHING, type Tally } from './tally.ts';

const HELP = `npm test [-- options] [parts]

Runs everything that proves CORS Lens: ${PARTS.map(({ name }) => name).join(', ')}.
Name some of these to run only them.

  --full   nothing may be skipped: a browser that can't be had is a failure (also set by CI=true)
  --help   this text
`;

/** What `npm test` was asked to do. */
interface Options {
  readonly help: boolean;
  readonly full: boolean;
  readonly parts: typeof PARTS;
}

/** `npm test`: runs the parts one after the other, all of them even if one fails, and closes with one line. */
export function main(argv: string[]): Promise<number> {
  return withOptions(() => parseOptions(argv), HELP, runParts);
}

function parseOptions(argv: string[]): Options {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}.`);
  return {
    help: values.help,
    full: values.full || process.env['CI'] === 'true',
    parts: PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
  };
}

async function runParts({ full, parts }: Options): Promise<number> {
  let total: Tally = NOTHING;
  const summary: string[] = [];
  for (const part of parts) {
    console.log(`\n── ${part.name} ${'─'.repeat(Math.max(0, 70 - part.name.length))}`);
    const started = performance.now();
    const tally = named(part.name, await part.run({ full }));
    total = add(total, tally);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    summary.push(`${part.name.padEnd(16)} ${seconds.padStart(6)} s  ${closingLine(tally)}`);
  }
  const failed = total.failed > 0 || (full && total.skipped > 0);
  if (total.failures.length > 0) console.log(`\nWhat failed:\n${failureList(total.failures)}`);
  console.log(`\n${summary.join('\n')}\n`);
  if (full && total.skipped > 0) console.error('Something was skipped, and nothing may be in a full run.');
  console.log(closingLine(total));
  return failed ? 1 : 0;
}

/** The tally with its failures named by their part; a part that fails without telling what is one itself. */
function named(part: string, tally: Tally): Tally {
  const untold = tally.failed > 0 && tally.failures.length === 0;
  const failures = tally.failures.map((failure) => ({ ...failure, name: `${part} › ${failure.name}` }));
  return { ...tally, failures: untold ? [{ name: part, message: '' }] : failures };
}

import { parseArgs } from 'node:util';
import { PARTS } from './parts.ts';
import { add, closingLine, NOTHING, type Tally } from './tally.ts';

const HELP = `npm test [-- options] [parts]

Runs everything that proves CORS Lens: ${PARTS.map(({ name }) => name).join(', ')}.
Name some of these to run only them.

  --full   nothing may be skipped: a browser that can't be had is a failure (also set by CI=true)
  --help   this text
`;

/** `npm test`: runs the parts one after the other, all of them even if one fails, and closes with one line. */
export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(', ')}.\n\n${HELP}`);
    return 2;
  }
  const full = values.full || process.env['CI'] === 'true';
  const chosen = PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  let total: Tally = NOTHING;
  const summary: string[] = [];
  for (const part of chosen) {
    console.log(`\n── ${part.name} ${'─'.repeat(Math.max(0, 70 - part.name.length))}`);
    const started = performance.now();
    const tally = await part.run({ full });
    total = add(total, tally);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    summary.push(`${part.name.padEnd(16)} ${seconds.padStart(6)} s  ${closingLine(tally)}`);
  }
  const failed = total.failed > 0 || (full && total.skipped > 0);
  console.log(`\n${summary.join('\n')}\n`);
  if (full && total.skipped > 0) console.error('Something was skipped, and nothing may be in a full run.');
  console.log(closingLine(total));
  return failed ? 1 : 0;
}

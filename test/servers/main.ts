import { parseArgs } from 'node:util';
import { runTool } from '../run/command.ts';
import { withOptions } from '../with-options.ts';
import { CHECKED } from './checked/index.ts';
import { chooseServers } from './chosen-servers.ts';
import { DEV_PROXIES } from './dev-proxies/index.ts';
import { recordProofs } from './record-proofs.ts';
import { SERVERS } from './servers/index.ts';

const HELP = `npm run test:servers -- [options] [servers]

Runs the configurations that the panel proposes on the real servers, and asks them as browsers do, and by real browsers.
Name servers to run only theirs: ${[...SERVERS, ...DEV_PROXIES, ...CHECKED].map(({ platform }) => platform.id).join(', ')}.

  --record once all of them pass, write down on what they were run (src/fixes/platforms/proven.json)
  --full   a server that isn't on this machine is an error; otherwise it is skipped, with how to get it
  --help   this text
`;

interface Options {
  readonly help: boolean;
  readonly full: boolean;
  readonly record: boolean;
  readonly names: readonly string[];
}

/** `npm run test:servers`. */
export function main(argv: string[]): Promise<number> {
  return withOptions(() => parseOptions(argv), HELP, run);
}

function parseOptions(argv: string[]): Options {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return { help: values.help, full: values.full, record: values.record, names: positionals };
}

async function run({ full, record, names }: Options): Promise<number> {
  try {
    await chooseServers(names.length === 0 ? 'all' : names, { mayLack: !full });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
  const code = await runTool('vitest', ['run', '--project', 'servers', '--reporter=verbose']);
  if (code === 0 && record) await recordProofs(new Date().toISOString().slice(0, 10));
  return code;
}

import { parseArgs } from 'node:util';
import type { EngineName } from '../../browsers/browser.ts';

/** What `npm run bench:recording` was asked to do. */
export interface Options {
  readonly help: boolean;
  readonly engines: readonly EngineName[];
  readonly rounds: number;
  /** One short round, to see that it works: its numbers say nothing. */
  readonly quick: boolean;
  /** Other sets of listeners than ours, in place of ours. */
  readonly tried: boolean;
}

export const HELP = `What recording costs the pages: real browsers, with and without the extension, against each other.

Usage: npm run bench:recording -- [options]

  --rounds N        rounds per browser (default: 5); each runs every variant once, in random order
  --browser NAME    chromium or firefox (default: both)
  --quick           one short round, to see that it works
  --tried           other sets of listeners, doing nothing, in place of the extension
  --help            show this text

It takes about 90 seconds a round and browser. Run it on a machine that has nothing else to do.
`;

/**
 * @param argv the words after the program's name
 * @throws Error with a sentence for the user, if the words can't be understood
 */
export function parseOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      help: { type: 'boolean', default: false },
      browser: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      quick: { type: 'boolean', default: false },
      tried: { type: 'boolean', default: false },
    },
  });
  const { help, browser, quick, tried } = values;
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number, 1 or more.');
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser is chromium or firefox, not ${browser}.`);
  }
  return {
    help,
    engines: browser === undefined ? ['chromium', 'firefox'] : [browser],
    rounds: quick ? 1 : rounds,
    quick,
    tried,
  };
}

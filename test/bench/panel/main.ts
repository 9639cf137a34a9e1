import { parseArgs } from 'node:util';
import type { BrowserPage, EngineName } from '../../browsers/browser.ts';
import { launchBrowser } from '../../browsers/launch.ts';
import { withOptions } from '../../with-options.ts';
import { median } from '../measure.ts';
import type { BenchWindow, Measured } from './page/page.tsx';
import { servePage } from './serve.ts';

interface Options {
  readonly help: boolean;
  readonly engines: readonly EngineName[];
  readonly many: number;
  readonly rounds: number;
}

const HELP = `How the panel feels with many exchanges: the same with few and with many of them, in real browsers.

Usage: npm run bench:panel -- [options]

  --browser NAME    chromium or firefox (default: both)
  --many N          how many exchanges are many (default: 50000, ten times what a tab keeps)
  --rounds N        medians of that many (default: 3)
  --help            show this text

It takes about half a minute a round and browser. Run it on a machine that has nothing else to do.
`;

const FEW = 500;
const PER_SECOND = 200;
const SECONDS = 3;

/** No task may take longer, or who types or scrolls notices. */
const LONGEST_MS = 50;
const FIRST_ROWS_MS = 200;

/** What was measured, by its name: milliseconds, or a share of the time (0 to 1). */
type Figures = Readonly<Record<string, number>>;

/**
 * `npm run bench:panel`: what the panel takes with 50,000 exchanges, against 500 in the same run. It prints; it fails
 * nothing.
 *
 * @param argv the words after the program's name
 */
export function main(argv: string[]): Promise<number> {
  return withOptions(() => parseOptions(argv), HELP, benchmarkAll);
}

function parseOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      help: { type: 'boolean', default: false },
      browser: { type: 'string' },
      many: { type: 'string', default: '50000' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const { help, browser } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox')
    throw new Error(`--browser is chromium or firefox, not ${browser}.`);
  return {
    help,
    engines: browser === undefined ? ['chromium', 'firefox'] : [browser],
    many: wholeNumber('--many', values.many),
    rounds: wholeNumber('--rounds', values.rounds),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} is a number, 1 or more.`);
  return number;
}

async function benchmarkAll({ engines, many, rounds }: Options): Promise<number> {
  const served = await servePage();
  try {
    for (const engine of engines) {
      const browser = await launchBrowser(engine, {
        headless: true,
        windowSize: { width: 1280, height: 800 },
      });
      try {
        const few: Figures[] = [];
        const lots: Figures[] = [];
        for (let round = 0; round < rounds; round += 1) {
          few.push(await measurePage(await browser.openPage(served.url), FEW));
          lots.push(await measurePage(await browser.openPage(served.url), many));
        }
        print(`${engine} ${browser.version}`, many, mediansOf(few), mediansOf(lots));
      } finally {
        await browser.close();
      }
    }
  } finally {
    await served.close();
  }
  return 0;
}

/** Everything that is measured with one panel, in the order in which it is printed. */
async function measurePage(page: BrowserPage, count: number): Promise<Figures> {
  const figures: Record<string, number> = {};
  const note = (name: string, { took, longest }: Measured): void => {
    figures[`${name}: until shown`] = took;
    figures[`${name}: longest task`] = longest;
  };
  figures['JSON.parse of all, at once'] = await page.evaluate(
    (n) => (globalThis as BenchWindow).bench.fill(n),
    count,
  );
  const opened = await page.evaluate(() => (globalThis as BenchWindow).bench.open());
  figures['open: first rows'] = opened.firstRows;
  figures['open: all listed'] = opened.allListed;
  figures['open: all explained'] = opened.took;
  figures['open: longest task'] = opened.longest;
  for (const text of ['i', 'it', 'items/4', '', 'status:500']) {
    note(
      `filter “${text}”`,
      await page.evaluate((each) => (globalThis as BenchWindow).bench.type(each), text),
    );
  }
  note('filter off', await page.evaluate(() => (globalThis as BenchWindow).bench.type('')));
  note('click on a row', await page.evaluate(() => (globalThis as BenchWindow).bench.select(7)));
  note('arrow key', await page.evaluate(() => (globalThis as BenchWindow).bench.press('ArrowDown')));
  note('to the end', await page.evaluate(() => (globalThis as BenchWindow).bench.press('End')));
  note('scroll through all', await page.evaluate(() => (globalThis as BenchWindow).bench.scroll()));
  const { longest, busy } = await page.evaluate(
    (perSecond, seconds) => (globalThis as BenchWindow).bench.receive(perSecond, seconds),
    PER_SECOND,
    SECONDS,
  );
  figures[`${PER_SECOND} a second arrive: longest task`] = longest;
  figures[`${PER_SECOND} a second arrive: at work`] = busy;
  await page.close();
  return figures;
}

function mediansOf(rounds: readonly Figures[]): Figures {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] ?? 0))]));
}

function print(title: string, many: number, few: Figures, lots: Figures): void {
  console.log(`\n${title}: medians in milliseconds, with ${FEW} and with ${many} exchanges`);
  for (const [name, value] of Object.entries(lots)) {
    const base = few[name] ?? Number.NaN;
    const isShare = name.endsWith('at work');
    const cells = [base, value].map((each) =>
      (isShare ? `${Math.round(each * 100)} %` : each.toFixed(1)).padStart(9),
    );
    const ratio = `× ${(value / base).toFixed(1)}`.padStart(8);
    console.log(`  ${name.padEnd(46)} ${cells.join(' ')} ${ratio}  ${verdictOn(name, value)}`);
  }
}

function verdictOn(name: string, value: number): string {
  const aim = aimOf(name);
  if (aim === null) return '';
  return value <= aim ? `met (${aim})` : `NOT MET (${aim})`;
}

function aimOf(name: string): number | null {
  if (name === 'open: first rows') return FIRST_ROWS_MS;
  return name.endsWith('longest task') ? LONGEST_MS : null;
}

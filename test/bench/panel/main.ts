import { parseArgs } from 'node:util';
import type { BrowserPage, EngineName, PageWork, RealBrowser } from '../../browsers/browser.ts';
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
  readonly parts: readonly Part[];
}

const PARTS = ['use', 'export'] as const;
type Part = (typeof PARTS)[number];

const HELP = `How the panel feels with many exchanges: the same with few and with many of them, in real browsers.

Usage: npm run bench:panel -- [options]

  --browser NAME    chromium or firefox (default: both)
  --many N          how many exchanges are many (default: 50000, ten times what a tab keeps)
  --rounds N        medians of that many (default: 3)
  --part NAME       use or export (default: both)
  --help            show this text

It takes about half a minute a round and browser. Run it on a machine that has nothing else to do.
`;

const FEW = 500;

/** Of these an export takes less than a second. */
const FEW_TO_EXPORT = 1_000;
const EXPORT_MS = 1_000;
const PER_SECOND = 200;
const SECONDS = 3;

/** A few values, as many as there are requests, numbers, and the other way round: columns differ in what they cost to sort by. */
const SORTED_BY = ['verdict', 'path', 'cause', 'status', 'took', 'began'] as const;

const SCROLL = 'scroll through all';

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
      part: { type: 'string' },
    },
  });
  const { help, browser, part } = values;
  const parts = PARTS.filter((each) => part === undefined || each === part);
  if (parts.length === 0) throw new Error(`--part is ${PARTS.join(' or ')}, not ${part}.`);
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox')
    throw new Error(`--browser is chromium or firefox, not ${browser}.`);
  return {
    help,
    engines: browser === undefined ? ['chromium', 'firefox'] : [browser],
    many: wholeNumber('--many', values.many),
    rounds: wholeNumber('--rounds', values.rounds),
    parts,
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} is a number, 1 or more.`);
  return number;
}

async function benchmarkAll({ engines, many, rounds, parts }: Options): Promise<number> {
  const served = await servePage();
  try {
    for (const engine of engines) {
      const browser = await launchBrowser(engine, {
        headless: true,
        windowSize: { width: 1280, height: 800 },
      });
      try {
        if (parts.includes('use')) await benchmarkUse(browser, served.url, many, rounds);
        if (parts.includes('export')) await benchmarkExport(browser, served.url, many);
      } finally {
        await browser.close();
      }
    }
  } finally {
    await served.close();
  }
  return 0;
}

async function benchmarkUse(browser: RealBrowser, url: string, many: number, rounds: number): Promise<void> {
  const few: Figures[] = [];
  const lots: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    few.push(await measurePage(browser, url, FEW));
    lots.push(await measurePage(browser, url, many));
  }
  print(titleOf(browser), { count: FEW, figures: mediansOf(few) }, { count: many, figures: mediansOf(lots) });
}

async function benchmarkExport(browser: RealBrowser, url: string, many: number): Promise<void> {
  print(
    `${titleOf(browser)}, export`,
    { count: FEW_TO_EXPORT, figures: await measureExport(browser, url, FEW_TO_EXPORT) },
    { count: many, figures: await measureExport(browser, url, many) },
  );
}

function titleOf({ engine, version }: RealBrowser): string {
  return `${engine} ${version}`;
}

/** Everything that is measured with one panel, in the order in which it is printed. */
async function measurePage(browser: RealBrowser, url: string, count: number): Promise<Figures> {
  const page = await browser.openPage(url);
  const parsed = await page.evaluate((n) => (globalThis as BenchWindow).bench.fill(n), count);
  const endWatch = await browser.watchWork(page);
  const opened = await page.evaluate(() => (globalThis as BenchWindow).bench.open());
  const measured = [['open', opened] as const, ...(await useList(page))];
  const arriving = await page.evaluate(
    (perSecond, seconds) => (globalThis as BenchWindow).bench.receive(perSecond, seconds),
    PER_SECOND,
    SECONDS,
  );
  const work = (await endWatch?.()) ?? null;
  await page.close();
  const arrival = `${PER_SECOND} a second arrive`;
  return {
    'JSON.parse of all, at once': parsed,
    'open: first rows': opened.firstRows,
    'open: all listed': opened.allListed,
    ...Object.assign({}, ...measured.map(([name, each]) => figuresOf(name, each, work))),
    ...figuresOf(arrival, arriving, work),
    [`${arrival}: at work`]: arriving.busy,
  };
}

/** The export of all that is recorded: once each, for it takes its time. */
async function measureExport(browser: RealBrowser, url: string, count: number): Promise<Figures> {
  const page = await browser.openPage(url);
  await page.evaluate((n) => (globalThis as BenchWindow).bench.fill(n), count);
  await page.evaluate(() => (globalThis as BenchWindow).bench.open());
  const figures: Record<string, number> = {};
  for (const [name, format, hasAliases] of EXPORTS) {
    const { took, longest } = await page.evaluate(
      (as, replaced) => (globalThis as BenchWindow).bench.exportAll(as, replaced),
      format,
      hasAliases,
    );
    figures[`${name}: until done`] = took;
    figures[`${name}: longest task`] = longest;
  }
  await page.close();
  return figures;
}

const EXPORTS = [
  ['Markdown', 'markdown', false],
  ['JSON', 'json', false],
  ['HAR', 'har', false],
  ['JSON with aliases', 'json', true],
] as const;

/** What somebody does with a list, each with its name. */
async function useList(page: BrowserPage): Promise<readonly (readonly [string, Measured])[]> {
  const done: [string, Measured][] = [];
  for (const text of ['i', 'it', 'items/4', '', 'status:500', '']) {
    const name = text === '' ? 'filter off' : `filter “${text}”`;
    done.push([name, await page.evaluate((each) => (globalThis as BenchWindow).bench.type(each), text)]);
  }
  done.push(['click on a row', await page.evaluate(() => (globalThis as BenchWindow).bench.select(7))]);
  done.push(['arrow key', await page.evaluate(() => (globalThis as BenchWindow).bench.press('ArrowDown'))]);
  done.push(['to the end', await page.evaluate(() => (globalThis as BenchWindow).bench.press('End'))]);
  done.push([SCROLL, await page.evaluate(() => (globalThis as BenchWindow).bench.scroll())]);
  await page.evaluate(() => (globalThis as BenchWindow).bench.openMenu());
  for (const grouping of ['cause', 'api', 'none'] as const) {
    const name = grouping === 'none' ? 'group by nothing' : `group by ${grouping}`;
    done.push([name, await page.evaluate((by) => (globalThis as BenchWindow).bench.group(by), grouping)]);
  }
  for (const column of SORTED_BY) {
    const name = `sort by ${column}`;
    done.push([name, await page.evaluate((by) => (globalThis as BenchWindow).bench.sort(by), column)]);
  }
  return done;
}

/** @param work what the browser itself tells of the page's work; null where it doesn't */
function figuresOf(name: string, { startedAt, took, longest }: Measured, work: PageWork | null): Figures {
  const done = { [`${name}: until done`]: took };
  if (work === null) return { ...done, [`${name}: longest task`]: longest };
  const end = startedAt + took;
  // It begins in the middle of a task.
  const tasks = work.tasks.filter((task) => task.startedAt + task.took > startedAt && task.startedAt < end);
  const layouts = work.layouts.filter((layout) => layout.startedAt > startedAt && layout.startedAt < end);
  const boxes = layouts.map((layout) => layout.boxes);
  return {
    ...done,
    [`${name}: longest task`]: mostOf(tasks.map((task) => task.took)),
    [`${name}: of that on the processor`]: mostOf(tasks.map((task) => task.onProcessor)),
    [`${name}: longest wait`]: longest,
    ...(name === SCROLL ? { [`${name}: most boxes laid out at once`]: mostOf(boxes) } : {}),
  };
}

/** Of any number: a trace has tens of thousands of tasks, more than a call takes arguments. */
function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function mediansOf(rounds: readonly Figures[]): Figures {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] ?? 0))]));
}

interface Column {
  readonly count: number;
  readonly figures: Figures;
}

function print(title: string, few: Column, lots: Column): void {
  console.log(`\n${title}: milliseconds, with ${few.count} and with ${lots.count} exchanges`);
  for (const [name, value] of Object.entries(lots.figures)) {
    const base = few.figures[name] ?? Number.NaN;
    const isShare = name.endsWith('at work');
    const cells = [base, value].map((each) =>
      (isShare ? `${Math.round(each * 100)} %` : each.toFixed(1)).padStart(9),
    );
    const ratio = `× ${(value / base).toFixed(1)}`.padStart(8);
    console.log(
      `  ${name.padEnd(46)} ${cells.join(' ')} ${ratio}  ${verdictOn(name, value)}${few.count === FEW_TO_EXPORT && name.endsWith('until done') ? `with few: ${judged(base, EXPORT_MS)}` : ''}`,
    );
  }
}

function verdictOn(name: string, value: number): string {
  const aim = aimOf(name);
  if (aim === null) return '';
  return judged(value, aim);
}

function judged(value: number, aim: number): string {
  return value <= aim ? `met (${aim})` : `NOT MET (${aim})`;
}

function aimOf(name: string): number | null {
  if (name === 'open: first rows') return FIRST_ROWS_MS;
  return name.endsWith('longest task') ? LONGEST_MS : null;
}

import type { EngineName } from '../../browsers/browser.ts';
import { withOptions } from '../../with-options.ts';
import { judge } from './aims.ts';
import { type BenchSite, startBenchSite } from './bench-site.ts';
import { type Measure, Measurements } from './measurements.ts';
import { memoryPerExchange } from './memory.ts';
import { HELP, type Options, parseOptions } from './options.ts';
import { buildOtherExtensions, runVariant } from './run-variant.ts';
import { triedVariantsOf, type Variant, variantsOf } from './variants.ts';
import { shortened, WORKLOADS, type Workload } from './workload.ts';

/**
 * `npm run bench:recording`: what recording costs the pages, in both browsers. It prints; it fails nothing.
 *
 * @param argv the words after the program's name
 */
export function main(argv: string[]): Promise<number> {
  return withOptions(() => parseOptions(argv), HELP, benchmarkAll);
}

async function benchmarkAll(options: Options): Promise<number> {
  const site = await startBenchSite();
  try {
    for (const engine of options.engines) await benchmark(engine, options, site);
  } finally {
    await site.close();
  }
  return 0;
}

async function benchmark(engine: EngineName, options: Options, site: BenchSite): Promise<void> {
  const { rounds, quick, tried } = options;
  const variants = tried ? triedVariantsOf(engine) : variantsOf(engine);
  const workloads = quick ? WORKLOADS.map(shortened) : WORKLOADS;
  const measured = new Map(workloads.map((workload) => [workload, new Measurements()]));
  const others = await buildOtherExtensions(engine, variants);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const variant of shuffled(variants)) {
        console.log(`${engine}, round ${round} of ${rounds}: ${variant.title}`);
        const samples = await runVariant(engine, variant, workloads, site, others);
        samples.forEach((sample, at) => {
          const workload = workloads[at];
          if (workload !== undefined) measured.get(workload)?.add(variant.id, sample);
        });
      }
    }
  } finally {
    await others.remove();
  }
  console.log(`\n${engine}: medians of ${rounds} rounds, and how many times as much as without an extension`);
  for (const [workload, measurements] of measured) {
    printTable(workload, measurements, variants);
    printEventCost(workload, measurements);
  }
  if (!tried) await printMemory(engine, quick ? 500 : 5_000, site);
}

async function printMemory(engine: EngineName, count: number, site: BenchSite): Promise<void> {
  const bytes = await memoryPerExchange(engine, count, site);
  const what =
    engine === 'chromium'
      ? 'heap of the worker after a collection'
      : "the extension's process, garbage included";
  console.log(`\n  memory per exchange: ${(bytes / 1000).toFixed(1)} kB (${what}, ${count} exchanges)\n`);
}

function printTable(workload: Workload, measurements: Measurements, variants: readonly Variant[]): void {
  const name = `${workload.count} ${workload.kind}`;
  console.log(`\n  ${name.padEnd(30)} ${'wall'.padStart(16)} ${'CPU'.padStart(16)}`);
  for (const { id, title } of variants) {
    const wall = cell(measurements.median(id, 'wall'), measurements.ratio(id, 'none', 'wall'), 'ms', 0);
    const processor = cell(
      measurements.median(id, 'processor'),
      measurements.ratio(id, 'none', 'processor'),
      's',
      2,
    );
    console.log(`  ${title.padEnd(30)} ${wall} ${processor}`);
  }
  for (const [measure, label] of MEASURES) {
    const control = measurements.control(measure);
    if (control !== null) console.log(`    ${label}: the same twice differs by ${control.toFixed(2)}`);
    for (const verdict of judge(measurements, measure)) console.log(`      ${verdict}`);
  }
}

const MEASURES: readonly (readonly [Measure, string])[] = [
  ['wall', 'wall'],
  ['processor', 'CPU'],
];

function cell(value: number | null, ratio: number | null, unit: string, digits: number): string {
  if (value === null || ratio === null) return 'not told'.padStart(16);
  return `${value.toFixed(digits)} ${unit} ${ratio.toFixed(2)}`.padStart(16);
}

/** What our code itself takes, beyond that the browser tells it at all: little, so it is measured in its own process. */
function printEventCost(workload: Workload, measurements: Measurements): void {
  const [ours, idle] = (['ours', 'idle'] as const).map((id) => measurements.median(id, 'extension'));
  const all = measurements.median('idle', 'processor');
  if (ours == null || idle == null || all == null) return;
  const own = ours - idle;
  const perEvent = (own / (workload.count * workload.events)) * 1e6;
  const share = (own / all) * 100;
  console.log(
    `    our code, in its own process: ${perEvent.toFixed(0)} µs of CPU per event, ${share.toFixed(1)} % of the browser's`,
  );
}

/** Each round in another order: whatever the machine does meanwhile hits all of them. */
function shuffled<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value) => [Math.random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Diagnosis } from '../../src/rules/diagnosis.ts';
import type * as rules from '../../src/rules/index.ts';
import { bundleSize } from './bundle-size.ts';
import { SHAPES, withHeaders } from './exchanges.ts';
import { loadBundled } from './load-bundled.ts';
import { measureInterleaved } from './measure.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

type Diagnose = typeof rules.diagnose;

/**
 * `npm run bench`: what a diagnosis costs, as a ratio to JSON.parse of the same exchange in the same run (so that it
 * says the same on every machine), and what the bundles weigh. It prints; it fails nothing.
 */
export async function main(): Promise<number> {
  const { diagnose } = (await loadBundled(`${ROOT}src/rules/index.ts`)) as typeof rules;
  printDiagnosis(diagnose);
  printGrowth(diagnose);
  printSizes();
  return 0;
}

/** What a row of the list needs. */
function readRow({ verdict, headline, cause }: Diagnosis): unknown {
  return [verdict, headline.data, cause?.title.data];
}

/** Also what the detail and the report show: nothing may be cheap only because it is put off. */
function readEverything(diagnosis: Diagnosis): unknown {
  const { findings, browsers, disagreements, fix, evaluation } = diagnosis;
  return [readRow(diagnosis), findings, browsers, disagreements, fix, evaluation.steps, evaluation.readable];
}

function printDiagnosis(diagnose: Diagnose): void {
  console.log('\ndiagnose, per exchange, against JSON.parse of that exchange (aim for a row: below 1)');
  for (const [name, exchange] of Object.entries(SHAPES)) {
    const { row, everything, baseline, again } = measureAgainstParse(diagnose, exchange);
    const control = (again / baseline).toFixed(2);
    console.log(
      `  ${name.padEnd(24)} ${micro(row)}   ratio ${ratio(row, baseline)}   (JSON.parse against itself: ${control})`,
    );
    console.log(
      `  ${'    everything read'.padEnd(24)} ${micro(everything)}   ratio ${ratio(everything, baseline)}`,
    );
  }
}

function printGrowth(diagnose: Diagnose): void {
  console.log('\ndiagnose, by number of response headers (linear: the time per header stays the same)');
  for (const count of [100, 1000, 10_000]) {
    const { row, everything, baseline } = measureAgainstParse(diagnose, withHeaders(count));
    for (const [name, time] of [
      [String(count), row],
      ['    everything read', everything],
    ] as const) {
      const perHeader = `${((time * 1e6) / count).toFixed(0)} ns per header`;
      console.log(`  ${name.padEnd(24)} ${micro(time)}   ratio ${ratio(time, baseline)}   ${perHeader}`);
    }
  }
}

function measureAgainstParse(diagnose: Diagnose, exchange: Exchange) {
  const json = JSON.stringify(exchange);
  // As it comes out of a message or a file.
  const parsed: Exchange = JSON.parse(json);
  const [row = 0, everything = 0, baseline = 0, again = 0] = measureInterleaved([
    () => readRow(diagnose(parsed)),
    () => readEverything(diagnose(parsed)),
    () => JSON.parse(json),
    () => JSON.parse(json),
  ]);
  return { row, everything, baseline, again };
}

function ratio(time: number, baseline: number): string {
  return (time / baseline).toFixed(2);
}

function micro(milliseconds: number): string {
  return `${(milliseconds * 1000).toFixed(1).padStart(8)} µs`;
}

function printSizes(): void {
  console.log('\nbundles, gzip (aims: background below 36 kB, panel below 60 kB)');
  for (const target of ['chrome', 'firefox']) {
    const dist = `${ROOT}dist/${target}`;
    const manifest = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8')) as {
      background: { service_worker?: string; scripts?: string[] };
    };
    const background = manifest.background.service_worker ?? manifest.background.scripts?.[0] ?? '';
    for (const [name, entry] of [
      ['background', background],
      ['panel', 'src/panel/panel.html'],
      ['popup', 'src/popup/popup.html'],
    ] as const) {
      const { gzip, bytes } = bundleSize(dist, entry);
      console.log(`  ${`${target} ${name}`.padEnd(24)} ${kilo(gzip)} (${kilo(bytes).trim()} minified)`);
    }
  }
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}

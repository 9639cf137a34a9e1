import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from '../../../src/model/exchange.ts';
import { createReport, FORMATS, writeWhole } from '../../../src/report/index.ts';

/** What a runner said of one test. */
export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  /** Why it failed; empty if it passed. */
  readonly text: string;
}

/** Exports the tests for these exchanges into the folder, as the panel does. */
export async function exportTests(
  id: 'playwright' | 'pytest',
  folder: string,
  exchanges: readonly Exchange[],
): Promise<void> {
  const report = createReport({
    exchanges,
    createdAt: '2026-11-21T10:00:00.000Z',
    extensionVersion: '0.1.0',
  });
  const { fileName } = FORMATS[id];
  await writeFile(join(folder, fileName), writeWhole(FORMATS[id], report, { length: 'complete' }));
}

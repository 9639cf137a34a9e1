import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RecordedCase } from '../recorded/case.ts';
import type { OracleCase } from './oracle-case.ts';

/** Cases on which our rules once disagreed with a browser, with what that browser did. */
export function loadFound(): readonly RecordedCase[] {
  const file = fileURLToPath(new URL('./found.jsonl', import.meta.url));
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as RecordedCase);
}

/** The case to be played anew. */
export function withoutTruth({ truth: _, ...played }: RecordedCase): OracleCase {
  return played;
}

import { readFileSync } from 'node:fs';
import type { EngineName } from '../browsers/browser.ts';
import { readStream, type StreamEvent } from './stream-line.ts';

/** What that browser told of a scenario. Throws if it wasn't recorded. */
export function recordedStream(engine: EngineName, scenario: string): readonly StreamEvent[] {
  return readStream(readFileSync(new URL(`recorded/${engine}/${scenario}.jsonl`, import.meta.url), 'utf8'));
}

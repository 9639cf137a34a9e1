import { formatDuration } from '../../language/duration.ts';
import { formatFacts, formatNames, formatNumber } from '../../language/formats.ts';
import { betweenSentences, joinSentences } from '../../language/sentences.ts';
import { language } from './installed.ts';

/** A quantity: `5,000`. */
export function quantity(value: number): string {
  return formatNumber(value, language());
}

/** `Chrome and Safari` */
export function namesInText(names: readonly string[]): string {
  return formatNames(names, language());
}

/** `3 blocked, 1 failed` */
export function factsInLine(facts: readonly string[]): string {
  return formatFacts(facts, language());
}

/** `340 ms`, `1.2 s` */
export function duration(milliseconds: number): string {
  return formatDuration(milliseconds, language());
}

/** Whole sentences, one after the other. */
export function sentencesInText(sentences: readonly string[]): string {
  return joinSentences(sentences, language());
}

/** What stands between two sentences that are shown one after the other. */
export function sentenceSpace(): string {
  return betweenSentences(language());
}

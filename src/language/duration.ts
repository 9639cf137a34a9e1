import { formatNumber } from './formats.ts';
import { type Language, messageName, templateIn } from './language.ts';

/** How the units of durations are written, by their keys. */
export const DURATION_WORDS = {
  milliseconds: '{number} ms',
  seconds: '{number} s',
  minutes: '{number} min',
} as const;

/** Under which names the messages of units stand. */
export const DURATION = 'duration';

/** A time as sentences show it: `340 ms`, `1.2 s`, `48 s`, `3 min`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const whole = Math.round(milliseconds);
  if (whole < 1_000) return inUnit('milliseconds', whole, language);
  const tenths = Math.round(whole / 100) / 10;
  if (tenths < 10) return inUnit('seconds', tenths, language);
  const seconds = Math.round(whole / 1_000);
  return seconds < 100
    ? inUnit('seconds', seconds, language)
    : inUnit('minutes', Math.round(seconds / 60), language);
}

function inUnit(unit: keyof typeof DURATION_WORDS, number: number, language: Language): string {
  const template = templateIn(language, messageName(DURATION, unit), DURATION_WORDS[unit]);
  return template.replace('{number}', formatNumber(number, language));
}

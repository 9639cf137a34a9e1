import { perLanguage } from '../../language/formats.ts';
import { language } from './installed.ts';

/** `10:32:05 AM`. @param at milliseconds since the epoch, as everywhere here */
export function clockTime(at: number): string {
  return clock(language()).format(at);
}

/** `10:32:05.123 AM` */
export function exactTime(at: number): string {
  return exactClock(language()).format(at);
}

/** `Nov 21, 2026, 10:32:05 AM` */
export function dateAndTime(at: number): string {
  return calendar(language()).format(at);
}

/** `Nov 21, 2026, 10:32 AM`, for what is told apart by its day rather than its second. */
export function dateAndMinute(at: number): string {
  return calendarOfMinutes(language()).format(at);
}

const clock = perLanguage((tag) => new Intl.DateTimeFormat(tag, { timeStyle: 'medium' }));
const calendar = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const calendarOfMinutes = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
);
const exactClock = perLanguage(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    }),
);

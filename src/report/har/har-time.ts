/** The basic form without hyphens and colons is allowed, too. */
const ISO_8601 =
  /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:[.,](\d{1,15}))?(?:Z|([+-])(\d\d):?(\d\d))?$/;

/**
 * Milliseconds since the epoch, with fraction, of a time in ISO 8601 such as `2026-11-21T10:00:00.123+01:00`; null for what
 * is none, or a day that no calendar has. Without a time zone it is taken for UTC: the file's own isn't known.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function fromHarTime(text: string): number | null {
  const match = text.length > 60 ? null : ISO_8601.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  // 24:00 is the next day's midnight, and 60 a leap second.
  if (hour > 24 || minute > 59 || second > 60) return null;
  const fraction = Number(`0.${match[7] ?? '0'}`);
  const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * (match[8] === '-' ? -1 : 1);
  const minutes = (daysBefore(year, month, day) * 24 + hour) * 60 + minute - offset;
  return (minutes * 60 + second) * 1_000 + fraction * 1_000;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since the epoch. Years are counted from March, so that the leap day is a year's last. */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

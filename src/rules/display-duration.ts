/** A time as sentences show it: `340 ms`, `1.2 s`, `48 s`, `3 min`. */
export function displayDuration(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  if (whole < 1_000) return `${whole} ms`;
  const tenths = Math.round(whole / 100) / 10;
  if (tenths < 10) return `${tenths} s`;
  const seconds = Math.round(whole / 1_000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

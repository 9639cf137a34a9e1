/**
 * Whether one word is the other with a single slip of the keyboard: a letter too many, one too few, a wrong one, or two
 * neighbours swapped.
 */
export function isOneEditApart(one: string, other: string): boolean {
  if (one.length < other.length) return isOneEditApart(other, one);
  if (one === other || one.length - other.length > 1) return false;
  let at = 0;
  while (at < other.length && one[at] === other[at]) at += 1;
  const rest = one.slice(at + 1);
  if (one.length > other.length) return rest === other.slice(at);
  if (rest === other.slice(at + 1)) return true;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

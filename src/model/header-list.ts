/**
 * A header list as the Fetch standard defines it: ordered, duplicates kept, names compared without regard to case.
 * It is plain data, so that it travels through ports, storage and reports as it is. Nothing in this project looks a
 * header up by indexing an object: always through these functions.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list
 */
export type Header = readonly [name: string, value: string];
export type HeaderList = readonly Header[];

/** By their lengths most names are told apart without being put into lower case, of which there are thousands. */
function isNamed(name: string, wanted: string): boolean {
  return name.length === wanted.length && name.toLowerCase() === wanted;
}

/** Whether the list has a header of that name. @see https://fetch.spec.whatwg.org/#header-list-contains */
export function containsHeader(list: HeaderList, name: string): boolean {
  const wanted = name.toLowerCase();
  return list.some(([each]) => isNamed(each, wanted));
}

/**
 * The combined value: all values of that name in order, joined with `, `; `null` if there is none.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(list: HeaderList, name: string): string | null {
  const values = getHeaderLines(list, name);
  return values.length === 0 ? null : values.join(', ');
}

/** The value of each line of that name, in order; empty if there is none. Two lines are not the same as one list. */
export function getHeaderLines(list: HeaderList, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return list.filter(([each]) => isNamed(each, wanted)).map(([, value]) => value);
}

/**
 * The list with exactly one line of that name, at the place of the first one or else at the end.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-set
 */
export function setHeader(list: HeaderList, name: string, value: string): HeaderList {
  const wanted = name.toLowerCase();
  const at = list.findIndex(([each]) => isNamed(each, wanted));
  if (at < 0) return [...list, [name, value]];
  return list.flatMap((header, index): Header[] => {
    if (index === at) return [[name, value]];
    return header[0].toLowerCase() === wanted ? [] : [header];
  });
}

/** The list without any line of that name. @see https://fetch.spec.whatwg.org/#concept-header-list-delete */
export function deleteHeader(list: HeaderList, name: string): HeaderList {
  const wanted = name.toLowerCase();
  return list.filter(([each]) => each.toLowerCase() !== wanted);
}

/** Values in quotes with commas between them, as the lists of most languages have them. */
export function quoted(values: readonly string[], mark: '"' | "'" = '"'): string {
  return values.map((value) => `${mark}${value}${mark}`).join(', ');
}

/** More than these are written one a line. Counted, not measured: whatever the values are, the text looks the same. */
const MOST_ON_A_LINE = 6;

/**
 * Values that can be written as they are, as an array of JavaScript. May have several lines.
 * @param indent of the line in which it begins
 */
export function javascriptArray(values: readonly string[], indent = ''): string {
  const quoted = values.map((value) => `'${value}'`);
  return quoted.length > MOST_ON_A_LINE ? oneALine(quoted, indent) : `[${quoted.join(', ')}]`;
}

/** Origins are long, and come and go one at a time: from two on, each has a line of its own. */
export function originArray(origins: readonly string[], indent = ''): string {
  return origins.length > 1
    ? oneALine(
        origins.map((origin) => `'${origin}'`),
        indent,
      )
    : javascriptArray(origins, indent);
}

function oneALine(elements: readonly string[], indent: string): string {
  return `[\n${elements.map((element) => `${indent}  ${element},\n`).join('')}${indent}]`;
}

import type { Report } from '../report.ts';

/** The report as the text of a file, which `parseReport` reads back. */
export function toJson(report: Report): string {
  return [...toJsonInParts(report)].join('');
}

/** The same text in parts, each quick to write: what `JSON.stringify` gives for the whole, an item of a list a part. */
export function* toJsonInParts(report: Report): Generator<string, void> {
  let before = '{\n  ';
  for (const [key, value] of Object.entries(report) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* listInParts(value);
    else yield written(value, '\n  ');
    before = ',\n  ';
  }
  yield '\n}\n';
}

function* listInParts(items: readonly unknown[]): Generator<string, void> {
  let before = '[\n    ';
  for (const item of items) {
    yield before + written(item, '\n    ');
    before = ',\n    ';
  }
  yield '\n  ]';
}

/** As it stands in the whole: a line feed in JSON is always one between its lines. */
function written(value: unknown, lineBreak: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', lineBreak);
}

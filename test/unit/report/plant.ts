import type { Report } from '../../../src/report/index.ts';

/** Fields whose values the format narrows down. */
const NARROW = new Set([
  ...['format', 'createdAt', 'state', 'severity', 'confidence', 'on', 'op', 'kind', 'engine', 'basis', 'if'],
  ...['verdict', 'value', 'evidence', 'reason', 'credentials', 'type', 'lines', 'id', 'exchange', 'if'],
]);

/** The report with the value at the end of every text that can come from a server or a file. */
export function planted(report: Report, value: string): Report {
  const walk = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') {
      if (NARROW.has(key)) return node;
      // A URL has to stay one for the rules and the commands to go on.
      return key === 'url' ? `${node}/${value}` : `${node} ${value}`;
    }
    // The lines of a list of headers have no key of their own.
    if (Array.isArray(node)) return node.map((each) => walk(each, Array.isArray(each) ? '' : key));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, each]) => [name, walk(each, name)]));
  };
  // The walk changes texts only, and none that the type narrows down.
  return walk(report, '') as Report;
}

import type { PreflightReason } from '../../fetch/evaluation.ts';
import { extractHeaderListValues } from '../../fetch/extract-header-list-values.ts';
import type { HttpResponse } from '../../model/exchange.ts';
import { getHeaderLines } from '../../model/header-list.ts';

/** What only the `*` in a list allows: engines that don't keep it ask for these names every time. */
export interface WildcardNames {
  readonly list: 'Access-Control-Allow-Methods' | 'Access-Control-Allow-Headers';
  /** Never empty. Header names are lower case. */
  readonly names: readonly string[];
}

/**
 * What a preflight's answer allows by nothing but `*`, list by list.
 *
 * @param because what made the preflight necessary
 */
export function wildcardNames(
  answer: HttpResponse,
  because: readonly PreflightReason[],
): readonly WildcardNames[] {
  const methods = because.flatMap((reason) => (reason.why === 'method' ? [reason.method] : []));
  const headers = because.flatMap((reason) => (reason.why === 'header' ? [reason.name] : []));
  return [
    ...namesIn(answer, 'Access-Control-Allow-Methods', methods),
    ...namesIn(answer, 'Access-Control-Allow-Headers', headers),
  ];
}

function namesIn(
  answer: HttpResponse,
  list: WildcardNames['list'],
  wanted: readonly string[],
): readonly WildcardNames[] {
  const listed = extractHeaderListValues(getHeaderLines(answer.headers, list));
  if (!listed.ok || !listed.values.includes('*')) return [];
  // Wanted header names are lower case; methods are compared as they are.
  const names = wanted.filter(
    (name) => !listed.values.some((each) => each === name || each.toLowerCase() === name),
  );
  return names.length === 0 ? [] : [{ list, names }];
}

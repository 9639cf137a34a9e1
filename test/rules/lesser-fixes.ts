import type { Fix } from '../../src/model/fix.ts';
import { isEmptyFix } from '../../src/model/fix.ts';

/**
 * A fix without one of its changes, for each of them: none of these may suffice. Vary doesn't count, because it is for
 * caches and no check looks at it; and without any change at all it would be no fix.
 */
export function lesserFixes(fix: Fix): readonly Fix[] {
  const withoutChange = fix.changes
    .filter(({ name }) => name !== 'Vary')
    .map((change) => ({ ...fix, changes: fix.changes.filter((each) => each !== change) }));
  const withoutStatus = fix.statuses.map((status) => ({
    ...fix,
    statuses: fix.statuses.filter((each) => each !== status),
  }));
  const withoutRequest = fix.requests.map((request) => ({
    ...fix,
    requests: fix.requests.filter((each) => each !== request),
  }));
  const lesser = [...withoutChange, ...withoutStatus, ...withoutRequest];
  return lesser.filter((each) => !isEmptyFix(each));
}

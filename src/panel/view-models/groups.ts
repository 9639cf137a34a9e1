import { groupBy } from '../group-by.ts';
import { listStrings } from '../list-strings.ts';
import { strings } from '../strings.ts';
import { type KindCounts, type RowKind, type RowVM, targetLabel } from './row.ts';

/** By what the list's rows are grouped: by the origin of the API, by cause, or not at all. */
export type Grouping = 'api' | 'cause' | 'none';

export const GROUPINGS: readonly Grouping[] = ['api', 'cause', 'none'];

/** Rows under one heading. */
export interface Group {
  /** Can't be an exchange's id: those have no space. */
  readonly key: string;
  readonly label: string;
  readonly summary: string;
  /** The verdict, where all of them have the same for the same cause. */
  readonly kind: RowKind | null;
  readonly members: readonly [RowVM, ...RowVM[]];
}

/** The groups, those with a failure first, else in the order in which their first row is. */
export function toGroups(rows: readonly RowVM[], grouping: Exclude<Grouping, 'none'>): readonly Group[] {
  const groups = groupBy(rows, grouping === 'api' ? ({ target }) => target : causeOf);
  return [...groups]
    .sort(([, a], [, b]) => Number(hasFailure(b)) - Number(hasFailure(a)))
    .map(([name, members]) => ({
      key: `group ${name}`,
      members,
      ...(grouping === 'api' ? headingOfApi(members) : headingOfCause(members)),
    }));
}

/** The same rule can have several titles, and each is a cause of its own to whoever reads them. */
function causeOf({ cause, title }: RowVM): string {
  return `${cause} ${title}`;
}

type Heading = Pick<Group, 'label' | 'summary' | 'kind'>;

function headingOfApi(members: Group['members']): Heading {
  return {
    label: targetLabel(members[0].target),
    summary: strings.list.groupSummary(countKinds(members)),
    kind: null,
  };
}

function headingOfCause(members: Group['members']): Heading {
  const targets = new Set(members.map(({ target }) => target));
  const [{ title, kind, target }] = members;
  return {
    label: title,
    summary:
      targets.size === 1
        ? listStrings.requestsTo(members.length, targetLabel(target))
        : listStrings.requestsToApis(members.length, targets.size),
    kind: members.every((row) => row.kind === kind) ? kind : null,
  };
}

export function countKinds(rows: readonly RowVM[]): KindCounts {
  const counts = { blocked: 0, failed: 0, advice: 0, allowed: 0, opaque: 0, open: 0 };
  for (const row of rows) counts[row.kind] += 1;
  return counts;
}

function hasFailure(rows: readonly RowVM[]): boolean {
  return rows.some((row) => row.kind === 'blocked' || row.kind === 'failed');
}

import type { Grouping } from './groups.ts';

/** What a row has a cell for. */
export type ColumnId =
  | 'verdict'
  | 'method'
  | 'target'
  | 'path'
  | 'cause'
  | 'status'
  | 'initiator'
  | 'began'
  | 'took';

/** From left to right. */
export const COLUMN_IDS: readonly ColumnId[] = [
  'verdict',
  'method',
  'target',
  'path',
  'cause',
  'status',
  'initiator',
  'began',
  'took',
];

/** The columns of a list of some width. */
export interface Columns {
  /** From left to right. */
  readonly ids: readonly ColumnId[];
  /** Their widths, as `grid-template-columns` takes them. */
  readonly template: string;
  /** A row above all names the columns. */
  readonly hasHeader: boolean;
  /** The path says the target, too, because nothing else does. */
  readonly targetInPath: boolean;
}

/**
 * From which width of the list on, in pixels, a column is there; what isn't named is never. What the groups' headings
 * say, no row says again.
 */
const FROM: Readonly<Record<Grouping, Partial<Record<ColumnId, number>>>> = {
  api: { verdict: 0, method: 0, path: 0, cause: 0, status: 400, began: 580, initiator: 680, took: 780 },
  cause: { verdict: 0, method: 0, path: 0, status: 0, target: 400, began: 480, initiator: 580, took: 680 },
  none: {
    verdict: 0,
    method: 0,
    path: 0,
    cause: 0,
    status: 400,
    target: 640,
    began: 700,
    initiator: 780,
    took: 880,
  },
};

/** Below it, a row of names would only be cut-off names. In pixels. */
const HEADER_FROM = 400;

const WIDTHS: Readonly<Record<ColumnId, string>> = {
  verdict: '18px',
  method: '54px',
  target: 'minmax(70px, 1.2fr)',
  path: 'minmax(60px, 1.6fr)',
  cause: 'minmax(80px, 2.8fr)',
  status: '58px',
  initiator: 'minmax(90px, 1.2fr)',
  began: '58px',
  took: '54px',
};

/** Where it says the target, too, it has nearly as much to say as the cause. */
const PATH_WITH_TARGET = 'minmax(60px, 2.4fr)';

const NARROW_WIDTHS: Readonly<Record<ColumnId, string>> = {
  ...WIDTHS,
  verdict: '14px',
  method: '44px',
  path: 'minmax(0, 2fr)',
  cause: 'minmax(0, 3fr)',
  status: '28px',
};

/** The columns for a list of that width in pixels: of the same columns always the same object. */
export function columnsFor(width: number, grouping: Grouping): Columns {
  const [narrowest, ...wider] = STEPS[grouping];
  return wider.findLast(({ from }) => from <= width)?.columns ?? narrowest.columns;
}

interface Step {
  readonly from: number;
  readonly columns: Columns;
}

const STEPS: Readonly<Record<Grouping, readonly [Step, ...Step[]]>> = {
  api: stepsOf('api'),
  cause: stepsOf('cause'),
  none: stepsOf('none'),
};

function stepsOf(grouping: Grouping): readonly [Step, ...Step[]] {
  const widths = new Set([...Object.values(FROM[grouping]), HEADER_FROM]);
  const wider = [...widths].filter((from) => from > 0).sort((a, b) => a - b);
  return [stepAt(0, grouping), ...wider.map((from) => stepAt(from, grouping))];
}

function stepAt(from: number, grouping: Grouping): Step {
  const starts = FROM[grouping];
  const ids = COLUMN_IDS.filter((id) => (starts[id] ?? Number.POSITIVE_INFINITY) <= from);
  const hasHeader = from >= HEADER_FROM;
  const targetInPath = grouping !== 'api' && !ids.includes('target') && (hasHeader || !ids.includes('cause'));
  const widths = hasHeader ? WIDTHS : NARROW_WIDTHS;
  const widthOf = (id: ColumnId) =>
    id === 'path' && hasHeader && targetInPath ? PATH_WITH_TARGET : widths[id];
  return {
    from,
    columns: {
      ids,
      template: ids.map(widthOf).join(' '),
      hasHeader,
      targetInPath,
    },
  };
}

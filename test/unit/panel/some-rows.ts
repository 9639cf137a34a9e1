import fc from 'fast-check';
import type { Navigation } from '../../../src/messages/messages.ts';
import { finish } from '../../../src/model/steps.ts';
import { ArrangedRows, type Arrangement, type RowLog } from '../../../src/panel/view-models/arranged-rows.ts';
import { NO_ROWS, recount } from '../../../src/panel/view-models/groups.ts';
import { type ListVM, toList } from '../../../src/panel/view-models/list.ts';
import { ROW_KINDS, type RowVM, toRow } from '../../../src/panel/view-models/row.ts';
import { IN_TIME } from '../../../src/panel/view-models/sort-rows.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { type ExchangeName, exchanges } from '../../gallery/exchanges.ts';

/** The rows of these exchanges, oldest first. */
export function rowsOf(...names: readonly ExchangeName[]): readonly RowVM[] {
  return exchanges(...names).map((exchange) => toRow(exchange, diagnose(exchange)));
}

/** All rows of a panel that has these, oldest first. */
export function logOf(rows: readonly RowVM[]): RowLog {
  return {
    rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    counts: recount(NO_ROWS, { come: rows, gone: [] }),
  };
}

export interface ListOptions extends Arrangement {
  readonly collapsed: ReadonlySet<string>;
  readonly navigations: readonly Navigation[];
}

/** The list of these rows, oldest first: one after the other unless something else is asked for. */
export function listOf(rows: readonly RowVM[], options: Partial<ListOptions> = {}): ListVM {
  const { collapsed = new Set(), navigations = [], ...arrangement } = options;
  const arranged = new ArrangedRows({
    matches: () => true,
    kinds: new Set(),
    showOpaque: false,
    grouping: 'none',
    sort: IN_TIME,
    ...arrangement,
  });
  finish(arranged.fill(logOf(rows)));
  return toList(arranged, collapsed, navigations);
}

/** All lines of a list. */
export function linesOf({ items }: ListVM): ReturnType<ListVM['items']['slice']> {
  return items.slice(0, items.length);
}

const METHODS = ['GET', 'POST', 'PUT', 'X-ODD'];
const TARGETS = ['https://api.example.com', 'http://localhost:9090', 'null'];
const CAUSES = ['', 'no-cors-headers', 'connection-refused', 'allowed'];
const STATUSES = ['', '200', '204', '404', '500', '503'];

/** Rows as they may be, oldest first, of which many say the same in a column. */
export const someRows: fc.Arbitrary<readonly RowVM[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...ROW_KINDS),
      method: fc.constantFrom(...METHODS),
      target: fc.constantFrom(...TARGETS),
      path: fc.constantFrom('/', '/v1/orders', '/v1/users/42?page=2'),
      cause: fc.constantFrom(...CAUSES),
      status: fc.constantFrom(...STATUSES),
      typeLabel: fc.constantFrom('fetch/XHR', 'font'),
      script: fc.constantFrom('', 'app.js:42'),
      duration: fc.option(fc.nat(3)),
      waited: fc.nat(2),
    }),
    { maxLength: 30 },
  )
  .map((drawn) => {
    let startedAt = 1_700_000_000_000;
    return drawn.map(({ waited, ...row }, index): RowVM => {
      startedAt += waited;
      const url = `${row.target}${row.path}`;
      const title = `Because of ${row.cause || 'nothing'}`;
      return {
        ...row,
        id: `x${index}`,
        startedAt,
        url,
        title,
        verdict: row.kind === 'advice' ? 'allowed' : row.kind === 'open' ? '' : row.kind,
        statusIsError: Number(row.status) >= 400,
        type: row.typeLabel === 'font' ? 'font' : 'xmlhttprequest',
        initiator: 'http://localhost:5173',
        searchText: [row.method, url, title, row.cause, row.typeLabel, row.status].join(' ').toLowerCase(),
      };
    });
  });

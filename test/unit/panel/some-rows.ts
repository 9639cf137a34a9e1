import fc from 'fast-check';
import { ROW_KINDS, type RowVM, toRow } from '../../../src/panel/view-models/row.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { type ExchangeName, exchanges } from '../../gallery/exchanges.ts';

/** The rows of these exchanges, oldest first. */
export function rowsOf(...names: readonly ExchangeName[]): readonly RowVM[] {
  return exchanges(...names).map((exchange) => toRow(exchange, diagnose(exchange)));
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

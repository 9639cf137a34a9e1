import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../../src/panel/view-models/filter.ts';
import { acceptOption, completeFilter } from '../../../../src/panel/view-models/filter-completion.ts';
import { FILTER_KEYS } from '../../../../src/panel/view-models/filter-terms.ts';
import { rowsOf, someRows } from '../some-rows.ts';

const ROWS = rowsOf('allowed', 'allowedScript', 'serverError', 'refused', 'headersNotAllowed', 'font');

/** `|` marks the caret. */
function complete(marked: string, rows = ROWS) {
  const text = marked.replace('|', '');
  return { text, completion: completeFilter(text, marked.indexOf('|'), rows) };
}
const labels = (marked: string) => complete(marked).completion.options.map(({ label }) => label);

describe('completeFilter', () => {
  it.each([
    { typed: '|', offers: FILTER_KEYS.map((key) => `${key}:`) },
    { typed: 's|', offers: ['status:'] },
    { typed: '-M|', offers: ['method:'] },
    { typed: 't|', offers: ['target:', 'type:'] },
    { typed: 'orders|', offers: [] },
    { typed: '"s|', offers: [] },
    { typed: 'method:|', offers: ['GET', 'POST', 'PUT'] },
    { typed: 'method:p|', offers: ['POST', 'PUT'] },
    { typed: 'orders -method:pu|', offers: ['PUT'] },
    { typed: 'status:2|', offers: ['200', '204'] },
    { typed: 'status:00|', offers: [] },
    { typed: 'cause:listens|', offers: ['connection-refused'] },
    { typed: 'target:cdn|', offers: ['https://cdn.example.net'] },
    { typed: 'type:|', offers: ['fetch/XHR', 'font', 'script'] },
    { typed: 'verdict:no-such|', offers: [] },
    { typed: 'unknown:|', offers: [] },
  ])('offers $offers after $typed', ({ typed, offers }) => {
    expect(labels(typed)).toEqual(offers);
  });

  it.each([
    { typed: 's|', becomes: 'status:|' },
    { typed: '-s|', becomes: '-status:|' },
    { typed: 'font s| orders', becomes: 'font status:| orders' },
    { typed: 'method:pu|', becomes: 'method:PUT |' },
    { typed: 'method:pu| orders', becomes: 'method:PUT |orders' },
    { typed: '-method:p|ost', becomes: '-method:POST |' },
  ])('makes $becomes of $typed', ({ typed, becomes }) => {
    const { text, completion } = complete(typed);
    const [first] = completion.options;
    if (first === undefined) throw new Error('Nothing is offered.');
    const accepted = acceptOption(text, completion, first);
    expect(`${accepted.text.slice(0, accepted.caret)}|${accepted.text.slice(accepted.caret)}`).toBe(becomes);
  });

  it('counts for each value the rows that have it, and says the most frequent first', () => {
    const { completion } = complete('method:|');
    expect(completion.options.map(({ label, count }) => [label, count])).toEqual([
      ['GET', 4],
      ['POST', 1],
      ['PUT', 1],
    ]);
  });

  it('offers only values that occur, and each finds as many rows as it says', () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom(...FILTER_KEYS), (rows, key) => {
        for (const { insert, count } of completeFilter(`${key}:`, key.length + 1, rows).options) {
          const found = rows.filter(parseFilter(insert)).length;
          expect(found).toBeGreaterThan(0);
          expect(found).toBeGreaterThanOrEqual(count ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchHeaders } from '../../../../src/panel/view-models/header-search.ts';
import { toMessages } from '../../../../src/panel/view-models/headers.ts';
import { DESCRIPTIONS } from '../../../gallery/exchanges.ts';
import { anExchange, type Headers } from '../../../rules/exchange-builder.ts';

const messagesWith = (headers: Headers) => toMessages(anExchange({ response: { headers } }));
const MESSAGES = toMessages(anExchange(DESCRIPTIONS.serverError));

const joined = (pieces: readonly { readonly text: string }[]) => pieces.map(({ text }) => text).join('');

describe('looking for a text in the headers', () => {
  it.each<[query: string, titles: readonly string[], names: readonly string[], tally: string]>([
    ['allow-o', ['Preflight response 204'], ['Access-Control-Allow-Origin'], '1 of 14 lines'],
    ['ORIGIN', ['OPTIONS preflight', 'Preflight response 204', 'POST request'], [], '4 of 14 lines'],
    [' nginx ', ['Response 500'], ['Server'], '1 of 14 lines'],
    ['bearer', ['POST request'], ['Authorization'], '1 of 14 lines'],
    ['.*', [], [], 'None of 14 lines'],
  ])('%s', (query, titles, names, tally) => {
    const found = searchHeaders(MESSAGES, query);
    expect(found.messages.map(({ title }) => title)).toEqual(titles);
    if (names.length > 0) {
      expect(found.messages.flatMap(({ lines }) => lines.map(({ name }) => joined(name)))).toEqual(names);
    }
    expect(found.tally).toBe(tally);
  });

  it('shows every message, also an empty one, while nothing is looked for', () => {
    const messages = toMessages(anExchange(DESCRIPTIONS.headersNotAllowed));
    const found = searchHeaders(messages, '  ');
    expect(found.messages.map(({ title }) => title)).toEqual(messages.map(({ title }) => title));
    expect(found.tally).toBe('');
  });

  it('marks what was found, over the edge of a mask, too', () => {
    const messages = messagesWith({ 'X-A': 'key [masked: 12 characters] key' });
    const [line] = searchHeaders(messages, 'y [m').messages.at(-1)?.lines ?? [];
    expect(line?.value).toEqual([
      { text: 'ke', masked: false, hit: false },
      { text: 'y ', masked: false, hit: true },
      { text: '[m', masked: true, hit: true },
      { text: 'asked: 12 characters]', masked: true, hit: false },
      { text: ' key', masked: false, hit: false },
    ]);
  });

  it('says how far a long value has to be shown for its hits to be seen', () => {
    const messages = messagesWith({ 'X-A': `${'a'.repeat(900)}needle${'a'.repeat(900)}` });
    const [line] = searchHeaders(messages, 'needle').messages.at(-1)?.lines ?? [];
    expect(line?.hitsEnd).toBe(906);
  });

  it('changes nothing of names and values, and marks nothing else', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'A', 'b', '(', '\\', '\u0130', '\u{1f98a}', ' ', '-'),
    });
    fc.assert(
      fc.property(text, text, (value, query) => {
        const messages = messagesWith([
          ['X-A', value],
          ['X-A', '[masked: 12 characters]'],
        ]);
        for (const { name, value: pieces, copyValue } of searchHeaders(messages, query).messages.flatMap(
          ({ lines }) => lines,
        )) {
          expect(joined(pieces)).toBe(copyValue);
          for (const { text: hit } of [...name, ...pieces].filter((piece) => piece.hit && !piece.masked)) {
            expect(query.trim().toLowerCase()).toContain(hit.toLowerCase());
          }
        }
      }),
    );
  });

  it('doesn’t drown in one letter that is everywhere', () => {
    const messages = messagesWith({ 'X-A': 'a'.repeat(60_000) });
    const [line] = searchHeaders(messages, 'a').messages.at(-1)?.lines ?? [];
    expect(line?.value.length).toBeLessThanOrEqual(101);
  });
});

import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { compare } from '../../../../src/panel/reports.ts';
import { toCompared } from '../../../../src/panel/view-models/compared.ts';
import { exchanges } from '../../../gallery/exchanges.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';

const ALLOWED = { headers: [['Access-Control-Allow-Origin', PAGE]] } as const;
const OTHER = { headers: [['Access-Control-Allow-Origin', 'https://other.example']] } as const;

function of(
  path: string,
  id: string,
  response: { readonly headers: readonly (readonly [string, string])[] },
): Exchange {
  return anExchange({ id, url: `https://api.example.com${path}`, response });
}

function responseOf({ hops: [{ response }] }: Exchange) {
  return response === undefined ? {} : { response };
}

async function compared(before: readonly Exchange[], after: readonly Exchange[]) {
  const comparison = await compare({ report: null, exchanges: before }, { report: null, exchanges: after });
  return toCompared(comparison, { before: 'monday.json', after: null });
}

describe('toCompared', () => {
  it('says in a sentence what became of what failed, and lists each', async () => {
    const { headline, sides, sections, caveat } = await compared(
      [
        of('/mended', 'a', OTHER),
        of('/still', 'b', OTHER),
        of('/gone', 'c', OTHER),
        of('/worse', 'd', ALLOWED),
      ],
      [of('/mended', 'a2', ALLOWED), of('/still', 'b2', OTHER), of('/worse', 'd2', OTHER)],
    );
    expect(headline).toBe('Compared: 1 fixed, 1 still fails, 1 new, 1 not seen again.');
    expect(sides).toEqual(['Before: “monday.json”', 'Now: this page’s requests']);
    expect(caveat).toBe('');
    expect(
      sections.map(({ key, items }) => [key, items.map(({ path, exchange }) => [path, exchange])]),
    ).toEqual([
      ['fixed', [['/mended', { before: 'a', after: 'a2' }]]],
      ['stillFailing', [['/still', { before: 'b', after: 'b2' }]]],
      ['new', [['/worse', { before: 'd', after: 'd2' }]]],
      ['notSeenAgain', [['/gone', { before: 'c', after: null }]]],
    ]);
  });

  it('names both causes where the cause is another', async () => {
    const [font, crashed] = exchanges('font', 'serverError');
    if (font === undefined || crashed === undefined) throw new Error('There are no such exchanges.');
    const [hop] = font.hops;
    const after = { ...font, hops: [{ ...hop, ...responseOf(crashed) }] } as const;
    const { headline, sections } = await compared([font], [after]);
    expect(headline).toBe('Compared: 1 fails for another cause.');
    expect(sections[0]?.items[0]?.cause).toMatch(/^Another origin is allowed, now Server error 500/);
  });

  it('says so where nothing fails', async () => {
    const { headline, sections } = await compared([of('/x', 'a', ALLOWED)], []);
    expect([headline, sections]).toEqual(['Nothing fails in either.', []]);
  });
});

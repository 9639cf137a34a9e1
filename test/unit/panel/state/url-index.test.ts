import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { finish } from '../../../../src/model/steps.ts';
import { byStart } from '../../../../src/panel/in-order.ts';
import { createUrlIndex, exchangesByUrl } from '../../../../src/panel/state/url-index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { versionsOf } from './some-versions.ts';

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');

describe('createUrlIndex', () => {
  it('has at each URL what indexing all exchanges anew has there, and keeps earlier versions', () => {
    const lists = fc.array(fc.array(versionsOf(ids), { maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(lists, fc.nat(4), (steps, kept) => {
        const index = createUrlIndex();
        let ordered: readonly Exchange[] = [];
        const made = steps.map((come) => {
          const next = new Map([...ordered.slice(0, kept), ...come].map((each) => [each.id, each]));
          ordered = [...next.values()].sort(byStart);
          return { byUrl: finish(index(ordered)), plain: exchangesByUrl(ordered) };
        });
        for (const { byUrl, plain } of made) {
          for (const host of ['api.example', 'cdn.example']) {
            for (const id of ['a', 'b', 'c', 'd', 'e']) {
              const url = `https://${host}/${id}`;
              expect(byUrl.get(url)).toEqual(plain.get(url));
              expect(byUrl.has(url)).toBe(plain.has(url));
            }
          }
        }
      }),
    );
  });

  it('has a redirected exchange at each of its URLs, once', () => {
    const url = 'https://api.example/a';
    const redirected = anExchange({
      url,
      response: { status: 302 },
      redirects: [
        { url: 'https://api.example/b', response: { status: 302 } },
        { url, response: {} },
      ],
    });
    const byUrl = finish(createUrlIndex()([redirected]));
    expect(byUrl.get(url)).toEqual([redirected]);
    expect(byUrl.get('https://api.example/b')).toEqual([redirected]);
  });
});

import { expect, it } from 'vitest';
import { maskHeadersOnce, maskUrlOnce } from '../../../src/background/mask-once.ts';
import { urlKey } from '../../../src/background/url-key.ts';
import type { Header } from '../../../src/model/header-list.ts';
import { MAX_REMEMBERED, MAX_REMEMBERED_LENGTH } from '../../../src/model/limits.ts';
import { maskHeaders, maskUrl } from '../../../src/model/mask-secrets.ts';

const LINES: readonly Header[] = [
  ['Accept', '*/*'],
  ['Cookie', 'session=0123456789abcdef'],
  ['Authorization', 'Bearer abc.def.ghi'],
  ['X-Note', 'plain'],
  ['Referer', 'https://app.example/?token=0123456789abcdef'],
  ['X-Long', 'x'.repeat(MAX_REMEMBERED_LENGTH + 1)],
  ['X-Cut', 'x'.repeat(70_000)],
];

it('masks header lines as ever, however often they come, in any company', () => {
  for (const list of [LINES, LINES, LINES.toReversed(), ...LINES.map((line) => [line])]) {
    expect(maskHeadersOnce(list)).toEqual(maskHeaders(list));
  }
});

it('does not take a line for another with the same name or the same value', () => {
  const lists: Header[][] = [
    [['X-Note', 'abc']],
    [['Cookie', 'abc']],
    [['X-Note', 'Bearer 0123456789abcdefghij']],
    [['Cookie', 'plain']],
  ];
  for (const list of [...lists, ...lists]) expect(maskHeadersOnce(list)).toEqual(maskHeaders(list));
});

it('masks URLs as ever, and tells apart those that look the same when masked', () => {
  const urls = [
    'https://api.example/data?page=1',
    'https://api.example/data?page=2',
    'https://api.example/cb?code=4711',
    'https://api.example/cb?code=4712',
    `https://api.example/${'long/'.repeat(MAX_REMEMBERED_LENGTH)}`,
  ];
  for (const url of [...urls, ...urls]) expect(maskUrlOnce(url, urlKey(url, 'salt'))).toBe(maskUrl(url));
});

it('goes on beyond what it remembers', () => {
  for (let at = 0; at < 3 * MAX_REMEMBERED; at += 1) {
    const url = `https://api.example/${at}?token=secret-${at}`;
    expect(maskUrlOnce(url, urlKey(url, 'salt'))).toBe(maskUrl(url));
    const lines: Header[] = [['X-Note', `note ${at}`]];
    expect(maskHeadersOnce(lines)).toEqual(lines);
  }
});

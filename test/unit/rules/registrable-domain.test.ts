import { describe, expect, it } from 'vitest';
import { isSameSiteByName } from '../../../src/rules/registrable-domain.ts';

const table: readonly (readonly [one: string, other: string, same: boolean])[] = [
  ['www.example.com', 'example.com', true],
  ['www.example.com', 'api.example.com', true],
  ['a.b.example.com', 'example.com', true],
  ['shop.example.co.uk', 'www.example.co.uk', true],
  ['app.localhost', 'localhost', true],
  ['one.co.uk', 'two.co.uk', false],
  ['one.example', 'two.example', false],
  ['example.com', 'badexample.com', false],
  ['one.vercel.app', 'two.vercel.app', false],
  ['one-5173.app.github.dev', 'two-5173.app.github.dev', false],
  ['name.centralus.azurestaticapps.net', 'other.centralus.azurestaticapps.net', false],
  ['10.0.0.1', '11.0.0.1', false],
  ['[::1]', '[::2]', false],
  ['one', 'two', false],
];

describe('isSameSiteByName', () => {
  it.each(table)('%s and %s: %s', (one, other, same) => {
    expect(isSameSiteByName(one, other)).toBe(same);
    expect(isSameSiteByName(other, one)).toBe(same);
  });
});

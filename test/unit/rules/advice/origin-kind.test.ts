import { describe, expect, it } from 'vitest';
import { isUnlistable, originKind, siteOf } from '../../../../src/rules/advice/origin-kind.ts';

describe('what an origin tells of its owner', () => {
  it.each([
    ['null', 'opaque', 'null', false],
    ['chrome-extension://abc', 'extension', 'chrome-extension://abc', false],
    ['moz-extension://1-2-3', 'extension', 'moz-extension://1-2-3', true],
    ['http://localhost:5173', 'development', 'development', false],
    ['http://192.168.1.7', 'development', 'development', false],
    ['https://shop.test', 'development', 'development', false],
    ['https://ab12.ngrok-free.app', 'open-to-anyone', 'ab12.ngrok-free.app', false],
    ['https://cdpn.io', 'open-to-anyone', 'cdpn.io', false],
    ['https://notcdpn.io', 'site', 'notcdpn.io', false],
    ['https://app.example.com', 'site', 'example.com', false],
    ['https://app.example.co.uk', 'site', 'example.co.uk', false],
    ['https://me.github.io', 'site', 'me.github.io', false],
    ['https://cors-probe.invalid', 'site', 'cors-probe.invalid', true],
    ['capacitor://localhost', 'site', 'localhost', false],
    ['anything', 'site', 'anything', false],
  ] as const)('%s', (origin, kind, site, unlistable) => {
    expect(originKind(origin)).toBe(kind);
    expect(siteOf(origin)).toBe(site);
    expect(isUnlistable(origin)).toBe(unlistable);
  });
});

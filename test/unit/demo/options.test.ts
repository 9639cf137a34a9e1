import { describe, expect, it } from 'vitest';
import { HELP, hasDisplay, parseOptions } from '../../demo/options.ts';

const DEFAULTS = { help: false, browser: 'chromium', headless: false, out: 'artifacts' };

describe('parseOptions', () => {
  it.each([
    [[], true, DEFAULTS],
    [[], false, { ...DEFAULTS, headless: true }],
    [['--headless'], true, { ...DEFAULTS, headless: true }],
    [['--browser', 'firefox', '--out', 'x'], true, { ...DEFAULTS, browser: 'firefox', out: 'x' }],
    [['http://localhost:3000/'], true, { ...DEFAULTS, url: 'http://localhost:3000/' }],
    [['--help'], true, { ...DEFAULTS, help: true }],
  ] as const)('%j with display %s', (argv, display, expected) => {
    expect(parseOptions(argv, display)).toEqual(expected);
  });

  it.each([
    [['--browser', 'safari'], /--browser is chromium or firefox, not safari/],
    [['localhost'], /localhost is not a URL/],
    [['http://a.example/', 'http://b.example/'], /Only one URL/],
    [['--colour'], /--colour/],
  ])('refuses %j', (argv, message) => {
    expect(() => parseOptions(argv, true)).toThrow(message);
  });

  it('explains every option', () => {
    for (const option of ['--browser', '--headless', '--out', '--help']) expect(HELP).toContain(option);
  });
});

describe('hasDisplay', () => {
  it.each([
    ['win32', {}, true],
    ['darwin', {}, true],
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ] as const)('%s with %j: %s', (platform, env, expected) => {
    expect(hasDisplay(platform, env)).toBe(expected);
  });
});

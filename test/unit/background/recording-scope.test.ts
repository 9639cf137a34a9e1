import { describe, expect, it } from 'vitest';
import { decideScope, isOriginInScope, type ScopeFacts } from '../../../src/background/recording-scope.ts';
import {
  DEFAULT_SETTINGS,
  parseSettings,
  type Settings,
  withSite,
} from '../../../src/background/settings.ts';

const site = 'https://shop.example';
const facts = (change: Partial<ScopeFacts>): ScopeFacts => ({
  origin: site,
  panelOpen: false,
  paused: false,
  ...change,
});
const settings = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });

describe('a tab is recorded', () => {
  it.each<[string, ScopeFacts, Settings, boolean, string]>([
    ['never by default', facts({}), settings({}), false, 'out-of-scope'],
    [
      'on a development origin',
      facts({ origin: 'http://localhost:3000' }),
      settings({}),
      true,
      'development-origin',
    ],
    [
      'on a private address',
      facts({ origin: 'http://192.168.1.5' }),
      settings({}),
      true,
      'development-origin',
    ],
    ["on one of the user's sites", facts({}), settings({ sites: [site] }), true, 'own-site'],
    [
      'not on a subdomain of it',
      facts({ origin: 'https://a.shop.example' }),
      settings({ sites: [site] }),
      false,
      'out-of-scope',
    ],
    ['everywhere, if the user says so', facts({}), settings({ everywhere: true }), true, 'everywhere'],
    ['while a panel is open', facts({ panelOpen: true }), settings({}), true, 'panel-open'],
    [
      'with the lasting reason first',
      facts({ panelOpen: true }),
      settings({ sites: [site] }),
      true,
      'own-site',
    ],
    [
      'never while paused',
      facts({ origin: 'http://localhost', paused: true, panelOpen: true }),
      settings({ everywhere: true }),
      false,
      'paused-by-user',
    ],
    ['not for an opaque origin', facts({ origin: 'null' }), settings({}), false, 'out-of-scope'],
  ])('%s', (_, tab, choices, on, why) => {
    expect(decideScope(tab, choices)).toEqual({ on, why });
  });

  it('workers by their origin alone', () => {
    expect(isOriginInScope('http://localhost:3000', DEFAULT_SETTINGS)).toBe(true);
    expect(isOriginInScope(site, DEFAULT_SETTINGS)).toBe(false);
    expect(isOriginInScope(site, settings({ sites: [site] }))).toBe(true);
  });
});

describe('settings', () => {
  it.each<[unknown, Settings]>([
    [undefined, DEFAULT_SETTINGS],
    ['junk', DEFAULT_SETTINGS],
    [{ sites: 'x', everywhere: 'yes' }, DEFAULT_SETTINGS],
    [
      { sites: [site, 5], everywhere: true },
      { sites: [site], everywhere: true, countOnButton: true },
    ],
    [{ countOnButton: false }, { ...DEFAULT_SETTINGS, countOnButton: false }],
    [{ countOnButton: 'no' }, DEFAULT_SETTINGS],
  ])('%j are read as %j', (stored, expected) => {
    expect(parseSettings(stored)).toEqual(expected);
  });

  it('hold a site once', () => {
    const twice = withSite(withSite(DEFAULT_SETTINGS, site, true), site, true);
    expect(twice.sites).toEqual([site]);
    expect(withSite(twice, site, false).sites).toEqual([]);
  });
});

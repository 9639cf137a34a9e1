import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Theme } from '../../../src/platform/theme.ts';

/** The browser's API as each test has it: outside DevTools there is no `devtools`. */
const fake = vi.hoisted((): { browser: { devtools?: { panels: object } } } => ({ browser: {} }));
vi.mock('../../../src/platform/browser.ts', () => fake);
const { watchTheme } = await import('../../../src/platform/theme.ts');

/** What the panel was told, oldest first. */
let told: Theme[];

beforeEach(() => {
  told = [];
  stubSystem('light');
});

afterEach(() => {
  delete fake.browser.devtools;
  vi.unstubAllGlobals();
});

function watch(): void {
  watchTheme((theme) => void told.push(theme));
}

/** The system's own theme, and what changes it. */
function stubSystem(first: Theme): (theme: Theme) => void {
  let now = first;
  const listeners: (() => void)[] = [];
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return query === `(prefers-color-scheme: ${now})`;
    },
    addEventListener: (_type: 'change', listener: () => void) => void listeners.push(listener),
  }));
  return (theme) => {
    now = theme;
    for (const listener of listeners) listener();
  };
}

/** As Chromium has it: one handler, which a second call would replace. */
function stubChromium(themeName: string): (name: string) => void {
  let handler: ((name: string) => void) | undefined;
  const panels = {
    themeName,
    setThemeChangeHandler: (listener: (name: string) => void) => {
      handler = listener;
    },
  };
  fake.browser.devtools = { panels };
  return (name) => handler?.(name);
}

/** As Firefox has it: an event. */
function stubFirefox(themeName: string): (name: string) => void {
  const listeners: ((name: string) => void)[] = [];
  const onThemeChanged = { addListener: (listener: (name: string) => void) => void listeners.push(listener) };
  fake.browser.devtools = { panels: { themeName, onThemeChanged } };
  return (name) => listeners.forEach((listener) => void listener(name));
}

describe('watchTheme', () => {
  it.each([
    { where: 'Chromium', stub: stubChromium, bright: 'default' },
    { where: 'Firefox', stub: stubFirefox, bright: 'light' },
  ])('follows DevTools in $where, now and after every change', ({ stub, bright }) => {
    const change = stub('dark');
    watch();
    expect(told).toEqual(['dark']);
    change(bright);
    change('dark');
    expect(told).toEqual(['dark', 'light', 'dark']);
  });

  it('follows DevTools, whatever the system’s theme is', () => {
    const changeSystem = stubSystem('dark');
    stubChromium('default');
    watch();
    changeSystem('light');
    changeSystem('dark');
    expect(told).toEqual(['light']);
  });

  it('takes a theme that it doesn’t know as a bright one', () => {
    stubFirefox('firebug');
    watch();
    expect(told).toEqual(['light']);
  });

  it('follows the system in a tab of its own, where there is no DevTools', () => {
    const changeSystem = stubSystem('dark');
    watch();
    changeSystem('light');
    changeSystem('dark');
    expect(told).toEqual(['dark', 'light', 'dark']);
  });
});

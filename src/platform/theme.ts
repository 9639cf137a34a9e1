import { browser } from './browser.ts';

export type Theme = 'light' | 'dark';

/** What the browsers offer beyond the polyfill's types: Firefox an event, Chromium a single handler. */
interface ThemedPanels {
  readonly themeName?: string;
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
  setThemeChangeHandler?(listener: (name: string) => void): void;
}

/**
 * Tells the theme now and after every change. DevTools' own theme decides where there is DevTools; in a tab of its
 * own the panel follows the system.
 */
export function watchTheme(apply: (theme: Theme) => void): void {
  // Outside DevTools `browser.devtools` does not exist, whatever the types say.
  const panels = (browser.devtools as typeof browser.devtools | undefined)?.panels as
    | ThemedPanels
    | undefined;
  if (panels?.themeName !== undefined) {
    apply(themeNamed(panels.themeName));
    const changed = (name: string) => apply(themeNamed(name));
    if (panels.onThemeChanged) panels.onThemeChanged.addListener(changed);
    else panels.setThemeChangeHandler?.(changed);
    return;
  }
  const dark = matchMedia('(prefers-color-scheme: dark)');
  apply(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', () => apply(dark.matches ? 'dark' : 'light'));
}

/** Chromium calls its themes `default` and `dark`, Firefox `light` and `dark`. */
function themeNamed(name: string): Theme {
  return name === 'dark' ? 'dark' : 'light';
}

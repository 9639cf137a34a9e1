import type { LaunchOptions } from './browser.ts';

/**
 * Our own command line instead of Playwright's: its own switches change how the browser does CORS (redirects of
 * preflighted requests, storage partitioning), and these tests are about the browser as people have it.
 */
export function chromiumSwitches(profile: string, options: LaunchOptions): readonly string[] {
  const { width, height } = options.windowSize ?? { width: 1400, height: 900 };
  return [
    // How Playwright talks to it.
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--enable-features=CDPScreenshotNewSurface',
    '--enable-unsafe-extension-debugging',

    // Nothing asks, nothing calls home, nothing is upgraded to https.
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--disable-field-trial-config',
    '--disable-infobars',
    '--metrics-recording-only',
    '--password-store=basic',
    '--use-mock-keychain',
    '--no-proxy-server',
    `--disable-features=${DISABLED_FEATURES.join(',')}`,

    // A tab in the background works as fast as one in front.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-hang-monitor',
    '--disable-ipc-flooding-protection',
    '--disable-dev-shm-usage',
    // Reports (of a Content Security Policy, say) don't wait for a minute.
    '--short-reporting-delay',

    `--window-size=${width},${height}`,
    '--force-color-profile=srgb',
    '--unsafely-disable-devtools-self-xss-warnings',
    `--host-resolver-rules=${(options.hosts ?? []).map((host) => `MAP ${host} 127.0.0.1`).join(',')}`,
    ...(options.trustsEveryone === true ? ['--ignore-certificate-errors'] : []),
    ...(options.devtools === true ? ['--auto-open-devtools-for-tabs'] : []),
    ...(options.headless ? ['--headless=new', '--disable-gpu', '--mute-audio'] : []),
    // Root can't have the sandbox at all, and many distributions forbid it to a browser that they didn't package.
    ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

const DISABLED_FEATURES = [
  'AimEnabled',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'Translate',
];

/** The profile's first `Preferences`: DevTools below the page, high enough for our panel, in the wished theme. */
export function chromiumPreferences(options: LaunchOptions): string {
  const { height } = options.windowSize ?? { height: 900 };
  const theme = { light: 'default', dark: 'dark', undefined: 'systemPreferred' }[`${options.colorScheme}`];
  const preferences: Record<string, unknown> = {
    currentDockState: 'bottom',
    'ui-theme': theme,
    'inspector-view.split-view-state': { horizontal: { size: Math.round(height * 0.62) } },
  };
  const encoded = Object.entries(preferences).map(([name, value]) => [name, JSON.stringify(value)]);
  return JSON.stringify({ devtools: { preferences: Object.fromEntries(encoded) } });
}

import type { LaunchOptions } from './browser.ts';

/** The extension's address is random in Firefox, unless a preference says what it is. */
export const EXTENSION_UUID = '6f1c6a52-0e0b-4c43-9d3c-c0125c0de5a1';

export interface PreferenceOptions extends LaunchOptions {
  /** `browser_specific_settings.gecko.id` of the extension's manifest. */
  readonly geckoId?: string;
}

/** The profile's `user.js`: the same Firefox in every run, that asks nothing, calls nobody and upgrades nothing. */
export function firefoxPreferences(options: PreferenceOptions): string {
  const preferences = {
    ...QUIET,
    ...(options.geckoId === undefined
      ? {}
      : { 'extensions.webextensions.uuids': JSON.stringify({ [options.geckoId]: EXTENSION_UUID }) }),
    'extensions.originControls.grantByDefault': options.grantHosts ?? true,
    'devtools.toolbox.footer.height': Math.round((options.windowSize?.height ?? 900) * 0.62),
    // An extension that is installed from a directory is gone when Firefox ends; what it has stored shall stay.
    'extensions.webextensions.keepStorageOnUninstall': options.profile !== undefined,
    ...(options.hosts === undefined ? {} : { 'network.dns.localDomains': options.hosts.join(',') }),
    ...(options.colorScheme === undefined ? {} : colors(options.colorScheme)),
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

function colors(scheme: 'light' | 'dark'): Record<string, string | number> {
  return {
    'devtools.theme': scheme,
    'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
  };
}

const QUIET = {
  // Any free port; Firefox writes it to MarionetteActivePort in the profile.
  'marionette.port': 0,

  'intl.locale.requested': 'en-US',
  'browser.aboutwelcome.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.uitour.enabled': false,
  'browser.warnOnQuit': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
  'termsofuse.bypassNotification': true,

  // The user answers every question of an extension with yes.
  'extensions.webextOptionalPermissionPrompts': false,

  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'app.update.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,

  // Plain http stays plain http, names are looked up here, and no connection is made ahead.
  'dom.security.https_first': false,
  'dom.security.https_first_schemeless': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.proxy.type': 0,
  'network.trr.mode': 5,

  // What else the machine runs doesn't make it forget pages that it keeps.
  'browser.low_commit_space_threshold_percent': 0,
  'browser.sessionhistory.max_total_viewers': 8,

  // A tab in the background works as fast as one in front.
  'dom.ipc.processPriorityManager.backgroundUsesEcoQoS': false,
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
} as const;

import { isUnsetName } from '../../rules/likely-host-name.ts';
import { isOneEditApart } from '../../rules/one-edit-apart.ts';
import { sharedHostingOf } from '../../rules/registrable-domain.ts';

/**
 * What isn't replaced by an alias, because a diagnosis hangs on it, and because it is everybody's: it says on what
 * something runs, never whose it is.
 */

/** First labels of hosts by which servers of sign-in pages are told, `www`, its misspellings, and a pattern's `*`. */
const KEPT_LABEL = /^(?:\*|www|ww|wwww|login|signin|auth|sso|idp|accounts?|id|identity|undefined|null|nan)?$/;

/** Domains of services whose answers are told by their names, besides those of `sharedHostingOf`. */
const SERVICES =
  /(?:^|\.)((?:app\.)?github\.dev|githubpreview\.dev|(?:app\.)?gitpod\.(?:io|dev)|tunnels\.api\.visualstudio\.com|(?:blob|web)\.core\.windows\.net|s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com|execute-api\.[a-z0-9-]+\.amazonaws\.com|storage\.googleapis\.com)$/;

/** Last labels that say what kind of name it is: of a local network, of nobody, or a slip of the keyboard. */
const KEPT_ENDING =
  /^(?:local|test|localhost|invalid|internal|svc|lan|arpa|cmo|comm|con|cpm|ocm|vom|xom|ent|nte|ogr|orgg)$/;

const SCHEMES = new Set([
  'http',
  'https',
  'ws',
  'wss',
  'ftp',
  'file',
  'data',
  'blob',
  'about',
  'javascript',
  'chrome',
  'chrome-extension',
  'moz-extension',
  'safari-web-extension',
  'extension',
  'capacitor',
  'ionic',
  'tauri',
  'app',
  'view-source',
  'filesystem',
]);

const EXTENSION =
  /\.(?:js|mjs|cjs|css|json|xml|html?|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp4|webm|mp3|m3u8|ts|mpd|pdf|zip|wasm|map|txt|csv|php)$/i;

export function isKeptLabel(label: string): boolean {
  return KEPT_LABEL.test(label);
}

/** Whether a whole host name stays: what a missing value or a slip makes of one, which says nothing else. */
export function isKeptHost(name: string): boolean {
  return name === 'http' || name === 'https' || isUnsetName(name) || isOneEditApart(name, 'localhost');
}

/** The domain of a well-known service that a host belongs to; null if there is none. */
export function serviceOf(name: string): string | null {
  return SERVICES.exec(name)?.[1] ?? sharedHostingOf(name);
}

/** The last label of an alias: that of the original if it tells its kind, else the one that is reserved for examples. */
export function endingOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return KEPT_ENDING.test(ending) ? ending : 'example';
}

/** @param scheme lower case, without the colon */
export function isKeptScheme(scheme: string): boolean {
  return SCHEMES.has(scheme) || isOneEditApart(scheme, 'http') || isOneEditApart(scheme, 'https');
}

/** The ending of a file's name that says its type, with its dot; empty if there is none. */
export function fileExtensionOf(segment: string): string {
  return EXTENSION.exec(segment)?.[0].toLowerCase() ?? '';
}

import type { RequestType } from '../../src/model/exchange.ts';
import type { EngineName } from '../browsers/browser.ts';

/** A way to make a request. `context-script.ts` has the code under the same name. */
interface Kind {
  readonly words: string;
  /** What the browsers call it; one name if they agree. */
  readonly type: RequestType | Readonly<Record<EngineName, RequestType>>;
  readonly body: BodyId;
}

export type BodyId =
  | 'text'
  | 'script'
  | 'json'
  | 'css'
  | 'image'
  | 'sound'
  | 'captions'
  | 'events'
  | 'wasm'
  | 'rules';

/** Chromium has no type of its own for it. */
const FETCH_AHEAD = { chromium: 'other', firefox: 'xmlhttprequest' } as const;

export const KINDS = {
  fetch: { words: '`fetch`', type: 'xmlhttprequest', body: 'text' },
  'fetch-stream': { words: '`fetch`, read as a stream', type: 'xmlhttprequest', body: 'text' },
  'fetch-cancelled': { words: '`fetch`, aborted while it is read', type: 'xmlhttprequest', body: 'text' },
  'fetch-aborted': { words: '`fetch`, aborted', type: 'xmlhttprequest', body: 'text' },
  'fetch-pending': { words: '`fetch` without an answer', type: 'xmlhttprequest', body: 'text' },
  xhr: { words: '`XMLHttpRequest`', type: 'xmlhttprequest', body: 'text' },
  'xhr-sync': { words: 'a synchronous `XMLHttpRequest`', type: 'xmlhttprequest', body: 'text' },
  'xhr-upload-listener': {
    words: '`XMLHttpRequest` with an upload listener',
    type: 'xmlhttprequest',
    body: 'text',
  },
  eventsource: { words: '`EventSource`', type: 'xmlhttprequest', body: 'events' },
  'cache-add': { words: '`cache.add`', type: 'xmlhttprequest', body: 'text' },
  wasm: { words: '`WebAssembly.compileStreaming`', type: 'xmlhttprequest', body: 'wasm' },
  beacon: { words: '`sendBeacon`', type: 'beacon', body: 'text' },
  'fetch-later': { words: '`fetchLater`', type: 'xmlhttprequest', body: 'text' },
  'font-face': { words: '`FontFace`', type: 'font', body: 'text' },
  'font-css': { words: '`@font-face`', type: 'font', body: 'text' },
  'font-of-sheet': {
    words: '`@font-face` in a style sheet of the font’s origin',
    type: 'font',
    body: 'text',
  },
  'mask-image': { words: '`mask-image`', type: 'image', body: 'image' },
  'shape-outside': { words: '`shape-outside`', type: 'image', body: 'image' },
  module: { words: '`<script type="module">`', type: 'script', body: 'script' },
  'module-of-module': { words: '`import` in a module of the same origin', type: 'script', body: 'script' },
  'module-worker': { words: '`import` in a module worker', type: 'script', body: 'script' },
  'import-dynamic': { words: '`import()`', type: 'script', body: 'script' },
  'import-json': { words: '`import()` of JSON', type: 'script', body: 'json' },
  'import-css': { words: '`import()` of CSS', type: 'stylesheet', body: 'css' },
  script: { words: '`<script crossorigin>`', type: 'script', body: 'script' },
  stylesheet: { words: '`<link rel="stylesheet" crossorigin>`', type: 'stylesheet', body: 'css' },
  image: { words: '`<img crossorigin>`', type: 'image', body: 'image' },
  'image-srcset': { words: '`<img srcset crossorigin>`', type: 'image', body: 'image' },
  'image-svg': { words: '`<image crossorigin>` in SVG', type: 'image', body: 'image' },
  video: { words: '`<video crossorigin>`', type: 'media', body: 'sound' },
  audio: { words: '`<audio crossorigin>`', type: 'media', body: 'sound' },
  track: { words: '`<track>`', type: 'media', body: 'captions' },
  manifest: { words: '`<link rel="manifest">`', type: 'other', body: 'json' },
  'preload-fetch': { words: '`<link rel="preload" as="fetch">`', type: FETCH_AHEAD, body: 'text' },
  'link-header': { words: 'a `Link: rel=preload` header', type: FETCH_AHEAD, body: 'text' },
  'speculation-rules': { words: 'a `Speculation-Rules` header', type: 'other', body: 'rules' },
  'preload-used': {
    words: '`<link rel="preload" as="fetch">` and the `fetch` that uses it',
    type: FETCH_AHEAD,
    body: 'text',
  },
  'preload-font': { words: '`<link rel="preload" as="font">`', type: 'font', body: 'text' },
  'preload-image': { words: '`<link rel="preload" as="image">`', type: 'image', body: 'image' },
  'preload-script': { words: '`<link rel="preload" as="script">`', type: 'script', body: 'script' },
  'preload-style': { words: '`<link rel="preload" as="style">`', type: 'stylesheet', body: 'css' },
  'preload-track': { words: '`<link rel="preload" as="track">`', type: 'media', body: 'captions' },
  modulepreload: { words: '`<link rel="modulepreload">`', type: 'script', body: 'script' },
  prefetch: { words: '`<link rel="prefetch" crossorigin>`', type: 'other', body: 'text' },
  'compression-dictionary': {
    words: '`<link rel="compression-dictionary" crossorigin>`',
    type: FETCH_AHEAD,
    body: 'text',
  },
  report: { words: 'a report of a violated Content Security Policy', type: FETCH_AHEAD, body: 'text' },
  'worker-script': { words: '`new Worker`', type: 'script', body: 'script' },
  'svg-use': { words: '`<use>` in SVG', type: 'other', body: 'image' },
  'audio-worklet': {
    words: '`audioWorklet.addModule`',
    type: { chromium: 'other', firefox: 'script' },
    body: 'script',
  },
  'paint-worklet': { words: '`paintWorklet.addModule`', type: 'other', body: 'script' },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindId = keyof typeof KINDS;

export function typeOf(kind: KindId, engine: EngineName): RequestType {
  const type: Kind['type'] = KINDS[kind].type;
  return typeof type === 'string' ? type : type[engine];
}

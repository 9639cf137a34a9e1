/** Where a request can come from. */
interface Context {
  /** As it reads after "from". */
  readonly words: string;
  /** Whose name its requests carry. */
  readonly origin: 'page' | 'elsewhere' | 'secure' | 'opaque';
  /** `owned`: a worker of a document, which has that document's tab; `shared`: it has none. */
  readonly place: 'main-frame' | 'frame' | 'owned' | 'shared';
}

export const CONTEXTS = {
  page: { words: 'a page', origin: 'page', place: 'main-frame' },
  frame: { words: 'a same-origin frame', origin: 'page', place: 'frame' },
  'cross-origin-frame': { words: 'a cross-origin frame', origin: 'elsewhere', place: 'frame' },
  'sandboxed-frame': { words: 'a sandboxed frame', origin: 'opaque', place: 'frame' },
  'srcdoc-frame': { words: 'a `srcdoc` frame', origin: 'page', place: 'frame' },
  'sandboxed-srcdoc-frame': { words: 'a sandboxed `srcdoc` frame', origin: 'opaque', place: 'frame' },
  'blank-frame': { words: 'an `about:blank` frame', origin: 'page', place: 'frame' },
  'data-frame': { words: 'a `data:` frame', origin: 'opaque', place: 'frame' },
  'blob-frame': { words: 'a `blob:` frame', origin: 'page', place: 'frame' },
  'served-frame': { words: 'a frame behind a service worker', origin: 'page', place: 'frame' },
  'guarded-frame': {
    words: 'a frame with a Content Security Policy',
    origin: 'page',
    place: 'frame',
  },
  worker: { words: 'a dedicated worker', origin: 'page', place: 'owned' },
  'module-worker': { words: 'a dedicated module worker', origin: 'page', place: 'owned' },
  'nested-worker': { words: 'a worker of a worker', origin: 'page', place: 'owned' },
  'blob-worker': { words: 'a `blob:` worker', origin: 'page', place: 'owned' },
  'data-worker': { words: 'a `data:` worker', origin: 'opaque', place: 'owned' },
  'shared-worker': { words: 'a shared worker', origin: 'page', place: 'shared' },
  'service-worker': { words: 'a service worker', origin: 'page', place: 'shared' },
  'data-shared-worker': { words: 'a `data:` shared worker', origin: 'opaque', place: 'shared' },
  'worker-of-frame': {
    words: 'a dedicated worker of a cross-origin frame',
    origin: 'elsewhere',
    place: 'frame',
  },
  'worker-of-sandboxed-frame': {
    words: 'a dedicated worker of a sandboxed frame',
    origin: 'opaque',
    place: 'frame',
  },
  'shared-worker-of-frame': {
    words: 'a shared worker of a cross-origin frame',
    origin: 'elsewhere',
    place: 'shared',
  },
  'service-worker-of-frame': {
    words: 'a service worker of a cross-origin frame',
    origin: 'elsewhere',
    place: 'shared',
  },
  'page-elsewhere': { words: 'a page of another origin', origin: 'elsewhere', place: 'main-frame' },
  'secure-page': { words: 'a page on https', origin: 'secure', place: 'main-frame' },
  'file-page': { words: 'a `file:` page', origin: 'opaque', place: 'main-frame' },
} as const satisfies Readonly<Record<string, Context>>;

export type ContextId = keyof typeof CONTEXTS;

/** Which browser this build is for; replaced by its value when we build (see `vite.config.ts`). */
declare const __BROWSER__: 'chrome' | 'firefox';

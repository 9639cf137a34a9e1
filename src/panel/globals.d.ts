/** The extension's version; replaced by its value when we build (see `vite.config.ts`). */
declare const __VERSION__: string;

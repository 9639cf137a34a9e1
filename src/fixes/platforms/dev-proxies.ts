import { angularProxy } from './angular-proxy.ts';
import { nextjsRewrites } from './nextjs-rewrites.ts';
import type { ServerPlatform } from './platform.ts';
import { viteProxy } from './vite-proxy.ts';
import { webpackProxy } from './webpack-proxy.ts';

/**
 * What to do where the API isn't yours: the development server fetches from it, and the browser sees one origin. None of
 * them sends a CORS header.
 */
export const DEV_PROXIES: readonly ServerPlatform[] = [viteProxy, webpackProxy, angularProxy, nextjsRewrites];

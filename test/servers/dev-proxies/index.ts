import type { DevProxyUnderTest } from './dev-proxy-under-test.ts';
import { nextjsRewrites } from './nextjs-rewrites.ts';
import { viteProxy } from './vite-proxy.ts';

/** Every proxy of a development server that is proven by running it. */
export const DEV_PROXIES: readonly DevProxyUnderTest[] = [viteProxy, nextjsRewrites];

import type { ParsedPlatform } from '../server-under-test.ts';
import { angularProxy } from './angular-proxy.ts';
import { webpackProxy } from './webpack-proxy.ts';

/** The proxies of development servers that aren't run. */
export const CHECKED_DEV_PROXIES: readonly ParsedPlatform[] = [webpackProxy, angularProxy];

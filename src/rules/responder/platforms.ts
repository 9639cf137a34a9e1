import type { Platform } from './platform.ts';
import { CDNS } from './platforms/cdns.ts';
import { FIREWALLS } from './platforms/firewalls.ts';
import { FRAMEWORKS } from './platforms/frameworks.ts';
import { GATEWAYS } from './platforms/gateways.ts';
import { HOSTING } from './platforms/hosting.ts';
import { LOAD_BALANCERS } from './platforms/load-balancers.ts';
import { PROXIES } from './platforms/proxies.ts';
import { SERVERS } from './platforms/servers.ts';
import { STORAGE } from './platforms/storage.ts';
import { TUNNELS } from './platforms/tunnels.ts';

const ALL = [
  ...CDNS,
  ...FIREWALLS,
  ...TUNNELS,
  ...HOSTING,
  ...LOAD_BALANCERS,
  ...GATEWAYS,
  ...PROXIES,
  ...STORAGE,
  ...SERVERS,
  ...FRAMEWORKS,
];

export type PlatformId = (typeof ALL)[number]['id'];

/** Every platform that can be told from the headers of a response, those nearest to the browser first. */
export const PLATFORMS: readonly Platform<PlatformId>[] = ALL;

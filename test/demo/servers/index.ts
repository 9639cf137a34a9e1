import { assetHost } from './asset-host.ts';
import { cloudGateway } from './cloud-gateway.ts';
import { devTunnel } from './dev-tunnel.ts';
import { edgeNetwork } from './edge-network.ts';
import { expressCredentials } from './express-credentials.ts';
import { expressLateCors } from './express-late-cors.ts';
import { expressMiddlewareFirst } from './express-middleware-first.ts';
import { expressOriginOption } from './express-origin-option.ts';
import { expressPerRouteCors } from './express-per-route-cors.ts';
import { expressPreflightOptions } from './express-preflight-options.ts';
import { expressRedirects } from './express-redirects.ts';
import { expressWellConfigured } from './express-well-configured.ts';
import { frameworkFilters } from './framework-filters.ts';
import { gateway } from './gateway.ts';
import { handwrittenHeaders } from './handwritten-headers.ts';
import { partnerApi } from './partner-api.ts';
import { plainApi } from './plain-api.ts';
import { reverseProxy } from './reverse-proxy.ts';
import { selfSigned } from './self-signed.ts';
import type { DemoServer } from './server.ts';
import { sessionApi } from './session-api.ts';
import { storageBucket } from './storage-bucket.ts';
import { strictRouter } from './strict-router.ts';
import { unreliable } from './unreliable.ts';

/** Every server that the scenarios call, by name. The page's own server is `page-server.ts`. */
export const servers = {
  assetHost,
  cloudGateway,
  devTunnel,
  edgeNetwork,
  expressCredentials,
  expressLateCors,
  expressMiddlewareFirst,
  expressOriginOption,
  expressPerRouteCors,
  expressPreflightOptions,
  expressRedirects,
  expressWellConfigured,
  frameworkFilters,
  gateway,
  handwrittenHeaders,
  partnerApi,
  plainApi,
  reverseProxy,
  selfSigned,
  sessionApi,
  storageBucket,
  strictRouter,
  unreliable,
} as const satisfies Record<string, DemoServer>;

export type ServerName = keyof typeof servers;

import type { ParsedPlatform } from '../server-under-test.ts';
import { amazonS3 } from './amazon-s3.ts';
import { aspnetCore } from './aspnet-core.ts';
import { awsApiGateway } from './aws-api-gateway.ts';
import { azureAppService } from './azure-app-service.ts';
import { azureBlobStorage } from './azure-blob-storage.ts';
import { cloudflareAccess } from './cloudflare-access.ts';
import { cloudflareTransformRules } from './cloudflare-transform-rules.ts';
import { cloudfront } from './cloudfront.ts';
import { CHECKED_DEV_PROXIES } from './dev-proxies.ts';
import { envoy } from './envoy.ts';
import { firebase } from './firebase.ts';
import { googleCloudStorage } from './google-cloud-storage.ts';
import { iis } from './iis.ts';
import { ingressNginx } from './ingress-nginx.ts';
import { kong } from './kong.ts';
import { laravel } from './laravel.ts';
import { netlify } from './netlify.ts';
import { quarkus } from './quarkus.ts';
import { springSecurity } from './spring-security.ts';
import { supabase } from './supabase.ts';
import { symfony } from './symfony.ts';
import { traefik } from './traefik.ts';
import { vercel } from './vercel.ts';

/** The platforms that can't be run here: what knows their format reads their texts. */
export const CHECKED: readonly ParsedPlatform[] = [
  laravel,
  symfony,
  springSecurity,
  quarkus,
  aspnetCore,
  iis,
  awsApiGateway,
  amazonS3,
  cloudfront,
  googleCloudStorage,
  firebase,
  azureBlobStorage,
  azureAppService,
  cloudflareTransformRules,
  cloudflareAccess,
  netlify,
  vercel,
  supabase,
  ingressNginx,
  traefik,
  envoy,
  kong,
  ...CHECKED_DEV_PROXIES,
];

import { amazonS3 } from './amazon-s3.ts';
import { awsApiGateway } from './aws-api-gateway.ts';
import { azureAppService } from './azure-app-service.ts';
import { azureBlobStorage } from './azure-blob-storage.ts';
import { cloudflareAccess } from './cloudflare-access.ts';
import { cloudflareTransformRules } from './cloudflare-transform-rules.ts';
import { cloudfront } from './cloudfront.ts';
import { envoy } from './envoy.ts';
import { firebase } from './firebase.ts';
import { googleCloudStorage } from './google-cloud-storage.ts';
import { ingressNginx } from './ingress-nginx.ts';
import { kong } from './kong.ts';
import { netlify } from './netlify.ts';
import type { ServerPlatform } from './platform.ts';
import { supabase } from './supabase.ts';
import { traefik } from './traefik.ts';
import { vercel } from './vercel.ts';

/** What providers and clusters have configured, in the order in which it is listed within its family. */
export const CLOUDS: readonly ServerPlatform[] = [
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
];

import type { Action } from '../../model/fix.ts';
import type { PLATFORM_HINT_WORDS } from './platform-hint-words.ts';
import type { PlatformId } from './platforms.ts';

/** What the actions that have hints are about. Several rules may propose the same thing in other words. */
export const HINT_TOPICS = {
  'send-cors-headers-on-errors': 'errors',
  'add-cors-to-route': 'route',
  'route-options': 'options',
  'add-options-to-cors': 'options',
  'let-options-through': 'sign-in',
  'exempt-options': 'sign-in',
  'allow-in-access-rule': 'refusal',
  'exempt-options-from-bot-protection': 'refusal',
  'match-origin-on-server': 'origin',
  'add-origin-to-list': 'origin',
  'add-bucket-rule': 'bucket',
  'extend-bucket-rule': 'bucket',
  'extend-bucket-rule-with-headers': 'bucket',
  'keep-one-layer': 'layers',
  'turn-slash-redirect-off': 'slash',
  'raise-body-limit': 'body',
  'expose-headers': 'expose',
  'check-the-upstream': 'upstream',
} as const satisfies Readonly<Record<string, string>>;

type Topic = (typeof HINT_TOPICS)[keyof typeof HINT_TOPICS];
type HintKey = keyof typeof PLATFORM_HINT_WORDS;
/** The id of a hint: its words' key without `action-`. */
type HintId = HintKey extends `action-${infer Id}` ? Id : never;
type Hints = Readonly<Partial<Record<Topic, HintId>>>;

const NGINX: Hints = {
  errors: 'hint-nginx-always',
  route: 'hint-nginx-always',
  options: 'hint-nginx-options',
  'sign-in': 'hint-nginx-options',
  layers: 'hint-nginx-one-layer',
  origin: 'hint-nginx-origin',
};

/** Which hint tells how something is done on a platform. */
export const PLATFORM_HINTS: Readonly<Partial<Record<PlatformId, Hints>>> = {
  nginx: NGINX,
  openresty: NGINX,
  'ingress-nginx': {
    errors: 'hint-ingress-nginx-cors',
    route: 'hint-ingress-nginx-cors',
    options: 'hint-ingress-nginx-cors',
    origin: 'hint-ingress-nginx-cors',
    layers: 'hint-ingress-nginx-one-layer',
    body: 'hint-ingress-nginx-body',
  },
  apache: {
    errors: 'hint-apache-always',
    options: 'hint-apache-options',
    'sign-in': 'hint-apache-sign-in',
    layers: 'hint-apache-one-layer',
    origin: 'hint-apache-origin',
  },
  caddy: {
    errors: 'hint-caddy-defer',
    options: 'hint-caddy-options',
    'sign-in': 'hint-caddy-options',
    layers: 'hint-caddy-one-layer',
  },
  varnish: { errors: 'hint-varnish', options: 'hint-varnish' },
  express: {
    errors: 'hint-express-order',
    route: 'hint-express-order',
    options: 'hint-express-order',
    'sign-in': 'hint-express-order',
    origin: 'hint-express-origin',
  },
  nextjs: {
    errors: 'hint-nextjs',
    route: 'hint-nextjs',
    options: 'hint-nextjs',
    slash: 'hint-nextjs-slash',
  },
  vercel: {
    route: 'hint-vercel-function',
    options: 'hint-vercel-function',
    'sign-in': 'hint-vercel-protection',
  },
  netlify: { route: 'hint-netlify-function', options: 'hint-netlify-function' },
  supabase: {
    errors: 'hint-supabase-function',
    route: 'hint-supabase-function',
    options: 'hint-supabase-function',
  },
  'google-cloud-functions': { route: 'hint-google-functions', options: 'hint-google-functions' },
  'google-frontend': { 'sign-in': 'hint-google-run', refusal: 'hint-google-run' },
  'aws-api-gateway': {
    errors: 'hint-api-gateway-errors',
    route: 'hint-lambda-headers',
    options: 'hint-api-gateway-options',
    'sign-in': 'hint-api-gateway-sign-in',
    refusal: 'hint-api-gateway-sign-in',
  },
  'aws-lambda': { errors: 'hint-lambda-headers', route: 'hint-lambda-headers' },
  'aws-elb': { 'sign-in': 'hint-elb-options' },
  'aws-waf': { refusal: 'hint-aws-waf' },
  'amazon-s3': {
    bucket: 'hint-s3-rule',
    route: 'hint-s3-rule',
    options: 'hint-s3-rule',
    origin: 'hint-s3-rule',
    expose: 'hint-s3-expose',
  },
  'google-cloud-storage': {
    bucket: 'hint-gcs-rule',
    route: 'hint-gcs-rule',
    options: 'hint-gcs-rule',
    origin: 'hint-gcs-rule',
  },
  'azure-blob-storage': {
    bucket: 'hint-blob-rule',
    route: 'hint-blob-rule',
    options: 'hint-blob-rule',
    origin: 'hint-blob-rule',
  },
  cloudfront: { route: 'hint-cloudfront', options: 'hint-cloudfront', refusal: 'hint-cloudfront' },
  cloudflare: { refusal: 'hint-cloudflare-rule', layers: 'hint-cloudflare-one-layer' },
  'cloudflare-access': { 'sign-in': 'hint-cloudflare-access', refusal: 'hint-cloudflare-access' },
  envoy: { route: 'hint-envoy', options: 'hint-envoy', 'sign-in': 'hint-envoy' },
  istio: {
    route: 'hint-istio',
    options: 'hint-istio',
    'sign-in': 'hint-istio-sign-in',
    refusal: 'hint-istio-sign-in',
  },
  kong: { route: 'hint-kong', options: 'hint-kong', 'sign-in': 'hint-kong-sign-in' },
  'azure-api-management': { options: 'hint-api-management', 'sign-in': 'hint-api-management' },
  'azure-app-service': { layers: 'hint-app-service-one-layer' },
  django: {
    errors: 'hint-django-order',
    route: 'hint-django-order',
    options: 'hint-django-order',
    'sign-in': 'hint-django-order',
    origin: 'hint-django-origin',
  },
  uvicorn: {
    errors: 'hint-fastapi-errors',
    route: 'hint-fastapi-options',
    options: 'hint-fastapi-options',
    'sign-in': 'hint-fastapi-options',
  },
  'flask-werkzeug': {
    route: 'hint-flask-cors',
    options: 'hint-flask-cors',
    'sign-in': 'hint-flask-sign-in',
    slash: 'hint-flask-slash',
  },
  spring: {
    errors: 'hint-spring',
    route: 'hint-spring',
    options: 'hint-spring',
    'sign-in': 'hint-spring',
    refusal: 'hint-spring',
    origin: 'hint-spring-origin',
  },
  kestrel: {
    errors: 'hint-aspnet-errors',
    route: 'hint-aspnet-order',
    options: 'hint-aspnet-order',
    'sign-in': 'hint-aspnet-order',
    origin: 'hint-aspnet-origin',
  },
  iis: { options: 'hint-iis-options', 'sign-in': 'hint-iis-options', body: 'hint-iis-body' },
  php: { errors: 'hint-php', route: 'hint-php', options: 'hint-php', 'sign-in': 'hint-php' },
  laravel: { route: 'hint-laravel', options: 'hint-laravel' },
  'rails-puma': {
    errors: 'hint-rails',
    route: 'hint-rails',
    options: 'hint-rails',
    'sign-in': 'hint-rails',
  },
  railway: { upstream: 'hint-railway' },
  render: { upstream: 'hint-render' },
};

/** The hint of a platform for an action; undefined if there is none. */
export function hintFor(platform: PlatformId, action: string): HintId | undefined {
  return hasHints(action) ? PLATFORM_HINTS[platform]?.[HINT_TOPICS[action]] : undefined;
}

/** What actions are about, each topic once. */
export function topicsOf(actions: readonly Action[]): readonly Topic[] {
  return [...new Set(actions.flatMap(({ id }) => (hasHints(id) ? [HINT_TOPICS[id]] : [])))];
}

function hasHints(action: string): action is keyof typeof HINT_TOPICS {
  return Object.hasOwn(HINT_TOPICS, action);
}

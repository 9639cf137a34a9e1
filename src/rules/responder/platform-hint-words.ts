/**
 * How an action is done on one platform: one thing that people get wrong there, and the words of its configuration. What
 * holds everywhere is said by the action that the hint follows.
 */
export const PLATFORM_HINT_WORDS = {
  'action-hint-nginx-always':
    'In nginx, end every `add_header` with `always`: without it, most error responses go without the header. An `add_header` in an inner block drops all that the outer blocks add.',
  'action-hint-nginx-options':
    'In nginx, put `if ($request_method = OPTIONS) { return 204; }` into the `server` block: it answers before any sign-in. Keep `add_header` out of the `if`, or all others are lost there.',
  'action-hint-nginx-one-layer':
    'In nginx, `proxy_hide_header Access-Control-Allow-Origin;` drops the app’s header, and `add_header` adds yours.',
  'action-hint-nginx-origin':
    'In nginx, list the origins as whole strings in a `map $http_origin $cors_origin`, and send `$cors_origin`: while it is empty, `add_header` sends nothing.',
  'action-hint-ingress-nginx-cors':
    'On the Ingress, set `nginx.ingress.kubernetes.io/enable-cors: "true"` and list the origins in `cors-allow-origin`. Then ingress-nginx answers `OPTIONS` itself.',
  'action-hint-ingress-nginx-one-layer':
    'Either take `enable-cors` off the Ingress, or the CORS headers out of the app.',
  'action-hint-ingress-nginx-body':
    'On the Ingress, the limit is the annotation `nginx.ingress.kubernetes.io/proxy-body-size`.',
  'action-hint-apache-always':
    'In Apache, write `Header always set`: a plain `Header set` leaves out the errors that Apache makes itself.',
  'action-hint-apache-options':
    'In Apache, answer `OPTIONS` with `RewriteCond %{REQUEST_METHOD} =OPTIONS` and `RewriteRule ^ - [R=204,L]`.',
  'action-hint-apache-sign-in':
    'In Apache, put `Require method OPTIONS` beside `Require valid-user` into one `<RequireAny>`.',
  'action-hint-apache-one-layer':
    'In Apache, `Header onsuccess unset Access-Control-Allow-Origin` drops the app’s header, and `Header always set` adds yours.',
  'action-hint-apache-origin':
    'In Apache, put the headers into an `<If>` that compares `%{HTTP:Origin}` with the whole of each origin.',
  'action-hint-caddy-defer':
    'In Caddy, leave `defer` out of `header`: errors that Caddy makes itself go without deferred headers.',
  'action-hint-caddy-options':
    'In Caddy, answer `OPTIONS` in a `handle` block of its own, and put everything else into a second `handle`: a `respond` outside runs after the sign-in.',
  'action-hint-caddy-one-layer':
    'In Caddy, `header_down -Access-Control-*` inside `reverse_proxy` drops the app’s headers.',
  'action-hint-varnish':
    'In Varnish, answer `OPTIONS` with `return (synth(204))` in `vcl_recv`, and set the headers in both `vcl_deliver` and `vcl_synth`.',
  'action-hint-express-order':
    'In Express, `app.use(cors(…))` comes before every route, the sign-in and the body parser. In NestJS, call `app.enableCors(…)`.',
  'action-hint-express-origin':
    'Give the `cors` package an array of origins: a single string goes to everyone, and `true` allows every origin.',
  'action-hint-nextjs':
    'In Next.js, answer `OPTIONS` and add the headers in `proxy.ts` (`middleware.ts` up to Next.js 15). `headers()` in the configuration answers no preflight for a path without a route.',
  'action-hint-nextjs-slash': 'In Next.js, `skipTrailingSlashRedirect: true` turns it off.',
  'action-hint-vercel-function':
    'On Vercel, a function answers `OPTIONS` and adds the headers itself; `headers` in `vercel.json` adds fixed ones.',
  'action-hint-vercel-protection':
    'On Vercel, Deployment Protection refuses preflights: add the path to its OPTIONS Allowlist.',
  'action-hint-netlify-function':
    'On Netlify, `_headers` covers static files only: a function answers `OPTIONS` and adds the headers itself.',
  'action-hint-supabase-function':
    'In an Edge Function, answer `OPTIONS` first, and spread `corsHeaders` into every response, errors too.',
  'action-hint-google-functions':
    'In Cloud Functions for Firebase (2nd gen), `onRequest({ cors: ["https://…"] }, …)` sends the headers and answers `OPTIONS`.',
  'action-hint-google-run':
    'Cloud Run refuses what isn’t signed in before your code runs, preflights too: allow unauthenticated invocations, and check the token in the code.',
  'action-hint-api-gateway-errors':
    'In API Gateway, add the headers to the gateway responses `DEFAULT_4XX` and `DEFAULT_5XX`, and deploy the stage again.',
  'action-hint-api-gateway-options':
    'In API Gateway, enable CORS on the resource and deploy the stage again; an HTTP API has one CORS setting for all routes.',
  'action-hint-api-gateway-sign-in':
    'In API Gateway, set the authorizer of the `OPTIONS` method to `NONE`, require no API key for it, and deploy the stage again.',
  'action-hint-lambda-headers':
    'With a Lambda proxy integration, API Gateway adds no headers: the function returns them with every response, errors too.',
  'action-hint-elb-options':
    'Add a listener rule for the method `OPTIONS` that forwards without signing in, before the rule that signs in.',
  'action-hint-aws-waf': 'In AWS WAF, let a scope-down statement keep `OPTIONS` out of the rule.',
  'action-hint-s3-rule':
    'In S3, the rules are under Permissions of the bucket: origin, method and `AllowedHeaders` of one rule have to fit together.',
  'action-hint-s3-expose': 'In S3, list them in `ExposeHeaders` of the bucket’s CORS rule.',
  'action-hint-cloudfront':
    'In CloudFront, let the cache behavior allow `OPTIONS`, and choose the origin request policy `CORS-S3Origin` or a response headers policy with CORS.',
  'action-hint-cloudflare-rule':
    'In Cloudflare, put a custom rule with the action Skip for the method `OPTIONS` above the rule that refuses it.',
  'action-hint-cloudflare-one-layer':
    'In Cloudflare, look for a Transform Rule or a Worker that adds the second one.',
  'action-hint-cloudflare-access':
    'In Cloudflare Access, turn on “Bypass options requests to origin” in the CORS settings of the application.',
  'action-hint-envoy':
    'In Envoy, put the filter `envoy.filters.http.cors` before those that check the sign-in, and give the route a `cors` policy.',
  'action-hint-istio': 'In Istio, set `corsPolicy` in the `VirtualService`.',
  'action-hint-istio-sign-in':
    'In Istio, let the `AuthorizationPolicy` allow the method `OPTIONS` without a token.',
  'action-hint-kong':
    'In Kong, add the `cors` plugin to the service; a route that lists `methods` also needs `OPTIONS`.',
  'action-hint-kong-sign-in': 'In Kong, set `run_on_preflight: false` in the plugin that checks the sign-in.',
  'action-hint-api-management':
    'In API Management, put the `cors` policy into the inbound section of all APIs, so that it answers before the key is checked.',
  'action-hint-app-service-one-layer':
    'In App Service, use either its own CORS setting or that of your code: its own one wins.',
  'action-hint-blob-rule':
    'In Azure, the rules are under Resource sharing (CORS) of the storage account, for the Blob service.',
  'action-hint-gcs-rule':
    'In Google Cloud Storage, set the rules with `gcloud storage buckets update gs://… --cors-file=cors.json`.',
  'action-hint-django-order':
    'In Django, `corsheaders.middleware.CorsMiddleware` comes first in `MIDDLEWARE`, before anything that answers itself.',
  'action-hint-django-origin': 'In Django, list whole origins in `CORS_ALLOWED_ORIGINS`, with `https://`.',
  'action-hint-fastapi-errors':
    'In FastAPI, wrap the app, `app = CORSMiddleware(app, …)`: with `add_middleware`, the 500 of an unhandled exception has no CORS headers.',
  'action-hint-fastapi-options':
    'In FastAPI or Starlette, add `CORSMiddleware` last: the last one added runs first, and answers preflights for every path.',
  'action-hint-flask-sign-in': 'In Flask, let a `before_request` that checks the sign-in skip `OPTIONS`.',
  'action-hint-flask-cors':
    'With Flask-CORS, write `CORS(app, origins=[…])` once for the whole app; paths without a route still answer 404.',
  'action-hint-flask-slash': 'In Flask, `strict_slashes=False` on the route turns it off.',
  'action-hint-spring':
    'In Spring Security, `http.cors(withDefaults())` with a `CorsConfigurationSource` bean puts CORS before the sign-in, so that preflights and refusals have its headers.',
  'action-hint-spring-origin':
    'In Spring, `allowedOrigins` takes whole origins; with credentials, use `allowedOriginPatterns` instead of `*`.',
  'action-hint-aspnet-order':
    'In ASP.NET Core, `UseCors` comes after `UseRouting` and before `UseAuthentication` and `UseAuthorization`.',
  'action-hint-aspnet-errors': 'In ASP.NET Core, `UseExceptionHandler` comes before `UseCors`.',
  'action-hint-aspnet-origin':
    'In ASP.NET Core, list them in `WithOrigins(…)`: `AllowAnyOrigin` can’t be used with credentials.',
  'action-hint-iis-options':
    'In IIS, the CORS module answers preflights before the sign-in: install it, and configure `<cors>` in `web.config`.',
  'action-hint-iis-body': 'In IIS, the limit is `maxAllowedContentLength` in `web.config`, in bytes.',
  'action-hint-php':
    'In PHP, send the headers and answer `OPTIONS` in the first lines of the front controller, before anything can fail or sign in.',
  'action-hint-laravel': 'In Laravel, `paths` in `config/cors.php` has to match the URL, as `api/*` does.',
  'action-hint-rails': 'In Rails, `config.middleware.insert_before 0, Rack::Cors` puts CORS before all else.',
  'action-hint-railway':
    'Railway answers itself while nothing listens on the port that its domain points to: compare it with your app’s `PORT`.',
  'action-hint-render': 'Render answers itself while a free instance sleeps, starts or has failed to.',
} as const satisfies Readonly<Record<`action-hint-${string}`, string>>;

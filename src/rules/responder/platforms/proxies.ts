import { HTML, has, isError, isGatewayError, lacks, platformsOf } from '../platform.ts';

/** What ingress-nginx sends unless it is told otherwise. Some of Azure's own services send the same. */
const INGRESS_HSTS = /^max-age=15724800; includeSubDomains$/i;

export const PROXIES = platformsOf('proxy', [
  {
    id: 'ingress-nginx',
    name: 'ingress-nginx',
    marks: [[has('strict-transport-security', INGRESS_HSTS), lacks('x-ms-request-id')]],
    made: [
      {
        sign: [has('strict-transport-security', INGRESS_HSTS), has('content-type', /^text\/html$/i)],
        statuses: isMadeByNginx,
        confidence: 'likely',
      },
    ],
    source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#hsts',
  },
  {
    id: 'openresty',
    name: 'OpenResty',
    marks: [[has('server', /^openresty\b/i)]],
    made: [
      {
        sign: [has('server', /^openresty\b/i), has('content-type', HTML)],
        statuses: isMadeByNginx,
        confidence: 'likely',
      },
    ],
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#server_tokens',
  },
  {
    id: 'nginx',
    name: 'nginx',
    marks: [[has('server', /^nginx\b/i), lacks('strict-transport-security', INGRESS_HSTS)]],
    made: [
      {
        sign: [has('server', /^nginx\b/i), has('content-type', HTML)],
        statuses: isMadeByNginx,
        confidence: 'likely',
      },
    ],
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#server_tokens',
  },
  {
    id: 'apache',
    name: 'Apache',
    marks: [[has('server', /^Apache(?:$|[/ (](?!Tomcat))/i)]],
    made: [
      // The type of its built-in error pages; applications have long moved on to UTF-8.
      {
        sign: [has('server', /^Apache\b/i), has('content-type', /^text\/html; ?charset=iso-8859-1$/i)],
        statuses: isError,
        confidence: 'likely',
      },
    ],
    source: 'https://httpd.apache.org/docs/2.4/mod/core.html#servertokens',
  },
  {
    id: 'caddy',
    name: 'Caddy',
    marks: [[has('server', /^Caddy$/i)], [has('via', /\bCaddy\b/)]],
    made: [
      // Its own errors have no body.
      {
        sign: [has('server', /^Caddy$/i), lacks('content-type')],
        statuses: isGatewayError,
        confidence: 'likely',
      },
    ],
    source: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
  },
  {
    id: 'lighttpd',
    name: 'lighttpd',
    marks: [[has('server', /^lighttpd\b/i)]],
    made: [],
    source: 'https://doc.lighttpd.net/lighttpd2/',
  },
  {
    id: 'iis',
    name: 'IIS',
    // It adds `X-Powered-By: ASP.NET` whatever answers; HTTP.sys is the part of Windows that it sits on.
    marks: [
      [has('server', /^Microsoft-IIS\//i)],
      [has('x-powered-by', /^ASP\.NET$/i)],
      [has('server', /^Microsoft-HTTPAPI\//i)],
    ],
    made: [{ sign: [has('server', /^Microsoft-HTTPAPI\//i)], statuses: isError, confidence: 'likely' }],
    source:
      'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/requestfiltering/requestlimits/',
  },
]);

/** Applications have error pages too, but for these statuses the page is seldom theirs. */
function isMadeByNginx(status: number): boolean {
  return status === 413 || isGatewayError(status);
}

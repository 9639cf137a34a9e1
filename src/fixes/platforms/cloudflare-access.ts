import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type JsonObject, jsonLines, member, object } from './json-lines.ts';
import { knownMethods } from './limits.ts';
import type { ServerPlatform } from './platform.ts';

/** A day: what it takes, and more than browsers count. */
const LONGEST_MAX_AGE = 86_400;

export const cloudflareAccess: ServerPlatform = {
  id: 'cloudflare-access',
  name: 'Cloudflare Access',
  family: 'cloud',
  answersAs: ['cloudflare'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a JSON schema made from its API reference' },
  limits: [
    knownMethods(
      ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'CONNECT', 'TRACE'],
      'Access takes no methods but those of HTTP itself. Let `OPTIONS` through to the server instead (`options_preflight_bypass`), which then answers preflights.',
    ),
  ],
  unsaid: ['exposed'],
  generate: (policy) => [
    { place: 'application', file: null, language: 'json', lines: jsonLines(configuration(policy)) },
  ],
  places: {
    application:
      'Its member goes into the application, as the API gives it at `/accounts/…/access/apps/…`, and back there with `PUT`. In the dashboard the same fields are under Advanced settings, Cross-Origin Resource Sharing.',
  },
  reload: 'It takes effect within a minute.',
  traps: [
    {
      id: 'preflights-only',
      about: ['route', 'errors', 'expose'],
      words:
        'Access answers preflights only. The answers themselves come from the server behind it, which needs the headers too, also those that expose others.',
    },
    {
      id: 'cookie',
      about: ['sign-in', 'refusal'],
      words:
        'A request without the cookie `CF_Authorization` is redirected to the sign-in, which no script can follow. Ask with credentials, and give the cookie `SameSite=None`.',
    },
    {
      id: 'service-token',
      about: ['sign-in'],
      words:
        'With a service token in headers, `cf-access-client-id` and `cf-access-client-secret` have to be among the allowed headers; in a page, everybody can read them.',
    },
    {
      id: 'expired',
      about: ['sign-in', 'refusal'],
      words:
        'When a session is over, requests that worked are redirected and fail like this: load the page anew, or open the API in a tab to sign in.',
    },
    {
      id: 'bypass',
      about: ['options'],
      words:
        'It is either this or `options_preflight_bypass`, with which preflights get through to the server and are answered there.',
    },
    {
      id: 'put',
      about: ['layers'],
      words: '`PUT` replaces the whole application, so send back all that you got, not only this.',
    },
  ],
  links: [
    {
      label: 'Cloudflare Access: CORS',
      url: 'https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/cors/',
    },
    {
      label: 'Cloudflare API: Access applications',
      url: 'https://developers.cloudflare.com/api/resources/zero_trust/subresources/access/subresources/applications/',
    },
  ],
};

function configuration(policy: WritablePolicy): JsonObject {
  const { origins, credentials, headers, maxAge } = policy;
  return object(
    member(
      null,
      'cors_headers',
      object(
        origins === '*'
          ? member('any-origin', 'allow_all_origins', true)
          : member('origins', 'allowed_origins', origins),
        member(credentials ? 'credentials' : 'no-credentials', 'allow_credentials', credentials),
        member('methods', 'allowed_methods', allowedMethods(policy)),
        headers.length > 0 && member('headers', 'allowed_headers', headers),
        maxAge !== null && member('max-age', 'max_age', Math.min(maxAge, LONGEST_MAX_AGE)),
      ),
    ),
  );
}

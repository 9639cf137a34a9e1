import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type JsonObject, jsonLines, member, object } from './json-lines.ts';
import { knownMethods } from './limits.ts';
import { lines, type ServerPlatform } from './platform.ts';

export const cloudfront: ServerPlatform = {
  id: 'cloudfront',
  name: 'CloudFront',
  family: 'cloud',
  answersAs: ['cloudfront'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a JSON schema made from its API reference' },
  limits: [
    knownMethods(
      ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'],
      'CloudFront lets no other methods through than `GET`, `HEAD`, `OPTIONS`, `POST`, `PUT`, `PATCH` and `DELETE`.',
    ),
  ],
  generate: (policy) => [
    { place: 'file', file: 'cors.json', language: 'json', lines: jsonLines(configuration(policy)) },
    {
      place: 'command',
      file: null,
      language: 'shell',
      lines: lines(
        'apply',
        'aws cloudfront create-response-headers-policy --response-headers-policy-config file://cors.json',
      ),
    },
  ],
  places: {
    file: 'Into a file of this name.',
    command: 'Into a shell that is signed in to AWS, beside that file.',
  },
  reload:
    'Choose the policy under Response headers policy in every cache behavior of the API; it takes effect when the distribution is deployed.',
  traps: [
    {
      id: 'preflight',
      about: ['options'],
      words:
        'CloudFront puts the headers on what the server behind it answers to `OPTIONS`; it answers no preflight itself. That server, or a CloudFront function on viewer requests, has to answer with 204.',
    },
    {
      id: 'allowed-methods',
      about: ['options', 'route'],
      words:
        'A cache behavior allows only `GET` and `HEAD` at first, and answers the others with 403: choose the methods with `OPTIONS` among them.',
    },
    {
      id: 'behavior',
      about: ['route'],
      words:
        'The policy counts only for cache behaviors that name it, and the first path that matches decides.',
    },
    {
      id: 'signed',
      about: ['sign-in', 'refusal'],
      words:
        'Preflights never have cookies: with signed cookies, CloudFront answers them with 403. Use signed URLs, or a behavior without them for `OPTIONS`.',
    },
    {
      id: 'firewall',
      about: ['refusal', 'errors'],
      words:
        'What AWS WAF blocks has none of these headers: give its block action a custom response that has them.',
    },
    {
      id: 'override',
      about: ['layers', 'cache'],
      words:
        'Without `OriginOverride`, the headers of the server behind it win, and what was made for one page may be cached for all.',
    },
  ],
  links: [
    {
      label: 'CloudFront: response headers policies',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
    },
    {
      label: 'CloudFront API: ResponseHeadersPolicyCorsConfig',
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyCorsConfig.html',
    },
  ],
};

/** Has to be there, though nothing needs to be allowed: `Accept` needs no permission. */
const NO_HEADERS = ['accept'];

function configuration(policy: WritablePolicy): JsonObject {
  const { origins, credentials, headers, exposed, maxAge } = policy;
  return object(
    member(null, 'Name', 'cors'),
    member(
      null,
      'CorsConfig',
      object(
        origins === '*'
          ? member('any-origin', 'AccessControlAllowOrigins', counted(['*']))
          : member('origins', 'AccessControlAllowOrigins', counted(origins)),
        member(credentials ? 'credentials' : 'no-credentials', 'AccessControlAllowCredentials', credentials),
        member('methods', 'AccessControlAllowMethods', counted(allowedMethods(policy))),
        member('headers', 'AccessControlAllowHeaders', counted(headers.length > 0 ? headers : NO_HEADERS)),
        exposed.length > 0 && member('exposed', 'AccessControlExposeHeaders', counted(exposed)),
        maxAge !== null && member('max-age', 'AccessControlMaxAgeSec', maxAge),
        member('replace', 'OriginOverride', true),
      ),
    ),
  );
}

/** A list as the API wants it. */
function counted(items: readonly string[]): JsonObject {
  return object(member(null, 'Quantity', items.length), member(null, 'Items', items));
}

import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type JsonObject, jsonLines, member, object } from './json-lines.ts';
import type { ServerPlatform } from './platform.ts';

/** Of an expression, in characters. */
const LONGEST_EXPRESSION = 4_096;

export const cloudflareTransformRules: ServerPlatform = {
  id: 'cloudflare-transform-rules',
  name: 'Cloudflare Transform Rules',
  family: 'cloud',
  answersAs: ['cloudflare'],
  scope: 'path',
  proof: { kind: 'checked', by: 'a JSON schema made from its API reference' },
  limits: [
    {
      id: 'expression',
      field: 'origins',
      words:
        'An expression of a rule has 4,096 characters at most, which is too little for so many origins. A Worker takes as many as you like.',
      exceededBy: (policy) => (preflightExpression(policy).length > LONGEST_EXPRESSION ? '' : null),
    },
  ],
  generate: (policy) => [
    { place: 'ruleset', file: 'cors.json', language: 'json', lines: jsonLines(ruleset(policy)) },
  ],
  places: {
    ruleset:
      'Its `rules` go to those of the zone’s ruleset for the phase `http_response_headers_transform`. In the dashboard each is a Response Header Transform Rule, in this order.',
  },
  reload: 'Sent with `PUT` to the `entrypoint` of that phase, it takes effect within seconds.',
  traps: [
    {
      id: 'preflight',
      about: ['options', 'sign-in', 'route'],
      words:
        'A rule changes headers, never the status: preflights go on to the server, which has to answer them with a status from 200 to 299. If it doesn’t, use a Worker or a Snippet, which can.',
    },
    {
      id: 'entrypoint',
      about: ['layers'],
      words: '`PUT` replaces all rules of this phase: send those with it that are there already.',
    },
    {
      id: 'worker',
      about: ['layers'],
      words:
        'The rules apply also to what a Worker answers: its own CORS headers are taken out by the first one.',
    },
    {
      id: 'cache',
      about: ['cache'],
      words:
        'Cloudflare’s cache doesn’t heed `Vary: Origin`, and needn’t: the rules run after the cache, for every request anew.',
    },
    {
      id: 'order',
      about: ['layers', 'origin'],
      words: 'The rules have to stay in this order: the first one takes out what the others put in.',
    },
    {
      id: 'blocked',
      about: ['refusal'],
      words:
        'What the firewall or a challenge answers instead of the server may come without these headers. Let preflights and the paths of the API skip them.',
    },
  ],
  links: [
    {
      label: 'Cloudflare: Response Header Transform Rules',
      url: 'https://developers.cloudflare.com/rules/transform/response-header-modification/',
    },
    {
      label: 'Cloudflare: create one by API',
      url: 'https://developers.cloudflare.com/rules/transform/response-header-modification/create-api/',
    },
  ],
};

const ORIGIN = 'http.request.headers["origin"][0]';
const NAMES = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Max-Age',
];

function ruleset(policy: WritablePolicy): JsonObject {
  return object(member(null, 'rules', [anew(policy), forAll(policy), forPreflights(policy)]));
}

/** Every answer, whatever the origin: what the server sends is taken out, and caches are told. */
function anew(policy: WritablePolicy): JsonObject {
  const removed = NAMES.map((name) => member('replace', name, object(member(null, 'operation', 'remove'))));
  const vary = object(member(null, 'operation', 'add'), member(null, 'value', 'Origin'));
  return rule(
    'CORS: take out what the server sends',
    pathExpression(policy) ?? 'true',
    object(...removed, policy.origins !== '*' && member('vary', 'Vary', vary)),
    policy.path === null ? 'all-responses' : 'path',
  );
}

function forAll(policy: WritablePolicy): JsonObject {
  const { origins, credentials } = policy;
  const { exposed } = headerValues(policy);
  return rule(
    'CORS: pages may read the answers',
    originExpression(policy),
    object(
      origins === '*'
        ? member('any-origin', 'Access-Control-Allow-Origin', set('value', '*'))
        : member('allow-origin', 'Access-Control-Allow-Origin', set('expression', ORIGIN)),
      credentials && member('credentials', 'Access-Control-Allow-Credentials', set('value', 'true')),
      exposed !== null && member('exposed', 'Access-Control-Expose-Headers', set('value', exposed)),
    ),
    origins === '*' ? 'all-responses' : 'origins',
  );
}

function forPreflights(policy: WritablePolicy): JsonObject {
  const { methods, headers, maxAge } = headerValues(policy);
  return rule(
    'CORS: what pages may ask',
    preflightExpression(policy),
    object(
      member('methods', 'Access-Control-Allow-Methods', set('value', methods)),
      headers !== null && member('headers', 'Access-Control-Allow-Headers', set('value', headers)),
      maxAge !== null && member('max-age', 'Access-Control-Max-Age', set('value', maxAge)),
    ),
    'preflight',
  );
}

function rule(
  description: string,
  expression: string,
  headers: JsonObject,
  note: 'all-responses' | 'path' | 'origins' | 'preflight',
): JsonObject {
  return object(
    member(note, 'description', description),
    member(note, 'expression', expression),
    member(null, 'action', 'rewrite'),
    member(null, 'action_parameters', object(member(null, 'headers', headers))),
  );
}

function set(by: 'value' | 'expression', value: string): JsonObject {
  return object(member(null, 'operation', 'set'), member(null, by, value));
}

function pathExpression({ path }: WritablePolicy): string | null {
  return path === null ? null : `starts_with(http.request.uri.path, "${path}")`;
}

/** Whether a page asks that may read the answer. */
function originExpression(policy: WritablePolicy): string {
  const { origins } = policy;
  const list = origins === '*' ? null : `${ORIGIN} in {${origins.map((each) => `"${each}"`).join(' ')}}`;
  const parts = [pathExpression(policy), list].filter((part) => part !== null);
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

function preflightExpression(policy: WritablePolicy): string {
  const preflight = 'http.request.method eq "OPTIONS"';
  const others = originExpression(policy);
  return others === 'true' ? preflight : `${preflight} and ${others}`;
}

import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type JsonValue, jsonLines, member, object } from './json-lines.ts';
import { knownMethods } from './limits.ts';
import { lines, type ServerPlatform } from './platform.ts';

export const googleCloudStorage: ServerPlatform = {
  id: 'google-cloud-storage',
  name: 'Google Cloud Storage',
  family: 'cloud',
  answersAs: ['google-cloud-storage'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a JSON schema made from its documentation' },
  limits: [
    {
      id: 'credentials',
      field: 'credentials',
      words:
        'Cloud Storage never sends `Access-Control-Allow-Credentials`. Ask without credentials, and let a signed URL say who may have the file.',
      exceededBy: ({ credentials }) => (credentials ? '' : null),
    },
    knownMethods(
      ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'],
      'Cloud Storage takes no other methods than those of its API: `GET`, `HEAD`, `POST`, `PUT`, `DELETE` and `PATCH`.',
    ),
  ],
  generate: (policy) => [
    { place: 'file', file: 'cors.json', language: 'json', lines: jsonLines(configuration(policy)) },
    {
      place: 'command',
      file: null,
      language: 'shell',
      lines: [
        ...lines('your-part', 'BUCKET=your-bucket'),
        ...lines('apply', 'gcloud storage buckets update "gs://$BUCKET" --cors-file=cors.json'),
      ],
    },
  ],
  places: {
    file: 'Into a file of this name.',
    command: 'Into a shell that is signed in to Google Cloud, beside that file.',
  },
  reload: 'It takes effect within a minute. What browsers have kept stays until its `Max-Age` is over.',
  traps: [
    {
      id: 'replaces',
      about: ['layers'],
      words:
        'The command replaces what was there: `gcloud storage buckets describe` with `--format="default(cors_config)"` shows it.',
    },
    {
      id: 'one-list',
      about: ['options', 'expose'],
      words:
        '`responseHeader` is one list for both: headers that pages may send, and headers that they may read.',
    },
    {
      id: 'silent',
      about: ['options', 'origin'],
      words:
        'If one thing isn’t listed (the origin, the method, a single header), the preflight is answered with 200, but without any CORS header.',
    },
    {
      id: 'endpoint',
      about: ['route', 'sign-in'],
      words:
        'It counts for `storage.googleapis.com` and your own domain. `storage.cloud.google.com` asks for a sign-in, and allows no page of another origin.',
    },
    {
      id: 'resumable',
      about: ['origin'],
      words:
        'The URL of a resumable upload is bound to the `Origin` of the request that started it: start it with the origin of the page, also from a server.',
    },
    {
      id: 'cache',
      about: ['cache'],
      words:
        'Public files are kept by caches for an hour, together with their CORS headers, unless their `Cache-Control` says otherwise.',
    },
  ],
  links: [
    {
      label: 'Cloud Storage: CORS configurations',
      url: 'https://cloud.google.com/storage/docs/cors-configurations',
    },
    {
      label: 'Cloud Storage: set up and view CORS',
      url: 'https://cloud.google.com/storage/docs/using-cors',
    },
  ],
};

function configuration(policy: WritablePolicy): JsonValue {
  const { origins, headers, exposed, maxAge } = policy;
  // One list for two purposes: what pages may send, and what they may read.
  const both = [...new Set([...headers, ...exposed])];
  return [
    object(
      origins === '*' ? member('any-origin', 'origin', ['*']) : member('origins', 'origin', origins),
      member('methods', 'method', allowedMethods(policy)),
      both.length > 0 && member(headers.length > 0 ? 'headers' : 'exposed', 'responseHeader', both),
      maxAge !== null && member('max-age', 'maxAgeSeconds', maxAge),
    ),
  ];
}

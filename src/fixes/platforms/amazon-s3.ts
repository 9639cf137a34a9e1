import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type JsonObject, jsonLines, member, object } from './json-lines.ts';
import { knownMethods } from './limits.ts';
import { lines, type ServerPlatform } from './platform.ts';

export const amazonS3: ServerPlatform = {
  id: 'amazon-s3',
  name: 'Amazon S3',
  family: 'cloud',
  answersAs: ['amazon-s3'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a JSON schema made from its documentation' },
  limits: [
    knownMethods(
      ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      'S3 takes no other methods than `GET`, `HEAD`, `POST`, `PUT` and `DELETE`. There is nothing to allow.',
    ),
  ],
  unsaid: ['credentials'],
  generate: (policy) => [
    { place: 'file', file: 'cors.json', language: 'json', lines: jsonLines(configuration(policy)) },
    {
      place: 'command',
      file: null,
      language: 'shell',
      lines: [
        ...lines('your-part', 'BUCKET=your-bucket'),
        ...lines(
          'apply',
          'aws s3api put-bucket-cors --bucket "$BUCKET" --cors-configuration file://cors.json',
        ),
      ],
    },
  ],
  places: {
    file: 'Into a file of this name. In the console, under Permissions, only the inner list is wanted.',
    command: 'Into a shell that is signed in to AWS, beside that file.',
  },
  reload: 'It takes effect within seconds. What caches have kept stays as it is.',
  traps: [
    {
      id: 'replaces',
      about: ['layers'],
      words:
        '`put-bucket-cors` replaces all rules of the bucket: `aws s3api get-bucket-cors` shows what is there.',
    },
    {
      id: 'whole-rule',
      about: ['options', 'origin'],
      words:
        'A rule counts only if origin, method and every header of the request are in it. Otherwise S3 answers the preflight with 403, and other requests without any of these headers.',
    },
    {
      id: 'slash',
      about: ['origin'],
      words: '`https://app.example.com/` with a slash at the end matches no page, and S3 doesn’t complain.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'S3 sends `Vary: Origin` only if the request has an `Origin`. What a browser kept from an `<img>` has no CORS headers: add `crossorigin` to it, or use another URL.',
    },
    {
      id: 'cloudfront',
      about: ['cache', 'layers'],
      words:
        'Behind CloudFront, `Origin` and both `Access-Control-Request-` headers have to get through to the bucket: choose the policy `CORS-S3Origin`.',
    },
    {
      id: 'credentials',
      about: ['origin'],
      words:
        'For origins that are listed, S3 sends `Access-Control-Allow-Credentials: true` in any case; for `*` never.',
    },
    {
      id: 'etag',
      about: ['expose'],
      words: 'Uploads in several parts need `ETag` among the exposed headers.',
    },
  ],
  links: [
    {
      label: 'Amazon S3: CORS configuration',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
    },
    {
      label: 'AWS CLI: put-bucket-cors',
      url: 'https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-cors.html',
    },
  ],
};

function configuration(policy: WritablePolicy): JsonObject {
  const { origins, headers, exposed, maxAge } = policy;
  const rule = object(
    origins === '*'
      ? member('any-origin', 'AllowedOrigins', ['*'])
      : member('origins', 'AllowedOrigins', origins),
    member('methods', 'AllowedMethods', allowedMethods(policy)),
    headers.length > 0 && member('headers', 'AllowedHeaders', headers),
    exposed.length > 0 && member('exposed', 'ExposeHeaders', exposed),
    maxAge !== null && member('max-age', 'MaxAgeSeconds', maxAge),
  );
  return object(member(null, 'CORSRules', [rule]));
}

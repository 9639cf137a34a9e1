import { cloudflareAccess as platform } from '../../../src/fixes/platforms/cloudflare-access.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Application {
  readonly cors_headers: {
    readonly allow_all_origins?: true;
    readonly allowed_origins?: readonly string[];
    readonly allow_credentials: boolean;
    readonly allowed_methods: readonly string[];
    readonly allowed_headers?: readonly string[];
    readonly max_age?: number;
  };
}

const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

/** https://developers.cloudflare.com/api/resources/zero_trust/subresources/access/subresources/applications/ */
const read = reader<Application>(
  exactly({
    cors_headers: exactly(
      { allow_credentials: { type: 'boolean' }, allowed_methods: listOf({ enum: METHODS }) },
      {
        allow_all_origins: { const: true },
        allowed_origins: listOf(ORIGIN),
        allowed_headers: listOf(HEADER_NAME),
        max_age: { type: 'integer', minimum: -1, maximum: 86_400 },
      },
    ),
  }),
);

export const cloudflareAccess: ParsedPlatform = {
  platform,
  needs: [],
  beyond: {
    'every letter that a value may have': 'methods',
    'words that mean something to servers': 'methods',
    'as much as there may be': 'methods',
    'values as long as they may be': 'methods',
  },
  parse: checkedBy((snippets) => {
    const { cors_headers: cors } = read(JSON.parse(textAt(snippets, 'application')));
    return {
      origins: cors.allow_all_origins ? ['*'] : (cors.allowed_origins ?? []),
      methods: cors.allowed_methods,
      headers: cors.allowed_headers ?? [],
      credentials: cors.allow_credentials,
      maxAge: cors.max_age ?? null,
    };
  }),
};

import { kong as platform } from '../../../src/fixes/platforms/kong.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readYaml, YAML } from './read-yaml.ts';
import { exactly, HEADER_NAME, listOf, reader, SECONDS } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Plugins {
  readonly plugins: readonly {
    readonly config: {
      readonly origins: readonly string[];
      readonly methods: readonly string[];
      readonly headers: readonly string[];
      readonly exposed_headers?: readonly string[];
      readonly credentials?: boolean;
      readonly max_age?: number;
    };
  }[];
}

const METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];

/** https://github.com/Kong/kong/blob/master/kong/plugins/cors/schema.lua; without headers it would allow all of them. */
const read = reader<Plugins>(
  exactly({
    plugins: listOf(
      exactly({
        name: { const: 'cors' },
        config: exactly(
          {
            // Anything else in it makes it a regular expression.
            origins: listOf({ type: 'string', pattern: '^(\\*|[A-Za-z0-9.:/-]+)$' }),
            methods: listOf({ enum: METHODS }),
            headers: listOf(HEADER_NAME),
          },
          { exposed_headers: listOf(HEADER_NAME), credentials: { type: 'boolean' }, max_age: SECONDS },
        ),
      }),
    ),
  }),
);

export const kong: ParsedPlatform = {
  platform,
  needs: [YAML],
  beyond: {
    'every letter that a value may have': 'methods',
    'words that mean something to servers': 'methods',
    'as much as there may be': 'methods',
    'values as long as they may be': 'methods',
  },
  parse: checkedBy((snippets, policy) => {
    const [plugin, ...others] = read(readYaml(textAt(snippets, 'plugins'))).plugins;
    if (plugin === undefined || others.length > 0) throw new Error('There should be one plugin.');
    const { origins, methods, headers, exposed_headers, credentials, max_age } = plugin.config;
    return {
      origins,
      methods,
      headers: policy.headers.length === 0 && headers.join() === 'accept' ? [] : headers,
      exposed: exposed_headers ?? [],
      credentials: credentials ?? false,
      maxAge: max_age ?? null,
    };
  }),
};

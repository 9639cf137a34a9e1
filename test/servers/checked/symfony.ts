import { symfony as platform } from '../../../src/fixes/platforms/symfony.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readYaml, YAML } from './read-yaml.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader, SECONDS } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Configuration {
  readonly nelmio_cors: {
    readonly defaults: {
      readonly allow_origin: readonly string[];
      readonly forced_allow_origin_value?: string;
      readonly allow_credentials: boolean;
      readonly allow_methods: readonly string[];
      readonly allow_headers?: readonly string[];
      readonly expose_headers?: readonly string[];
      readonly max_age?: number;
    };
    readonly paths: Readonly<Record<string, null>>;
  };
}

/** https://github.com/nelmio/NelmioCorsBundle/blob/master/src/DependencyInjection/Configuration.php, as far as we use it. */
const read = reader<Configuration>(
  exactly({
    nelmio_cors: exactly({
      defaults: exactly(
        {
          origin_regex: { const: false },
          allow_origin: listOf(ORIGIN),
          allow_credentials: { type: 'boolean' },
          allow_methods: listOf(HEADER_NAME),
        },
        {
          forced_allow_origin_value: { const: '*' },
          allow_headers: listOf(HEADER_NAME),
          expose_headers: listOf(HEADER_NAME),
          max_age: SECONDS,
        },
      ),
      paths: {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: { type: 'null' },
      },
    }),
  }),
);

export const symfony: ParsedPlatform = {
  platform,
  needs: [YAML],
  parse: checkedBy((snippets, policy) => {
    const { defaults, paths } = read(readYaml(textAt(snippets, 'config'))).nelmio_cors;
    const pattern = new RegExp(Object.keys(paths)[0] ?? '');
    const { path } = policy;
    // It is about the path of the policy and what is below; of others, none that only ends like it.
    const isRight = pattern.test(path ?? '/') && !pattern.test(path === null ? 'x' : `/x${path}`);
    if (!isRight) throw new Error(`The path is ${pattern.source}.`);
    if ((defaults.forced_allow_origin_value === '*') !== (policy.origins === '*')) {
      throw new Error('`*` is for every origin, and for nothing else.');
    }
    return {
      origins: defaults.allow_origin,
      credentials: defaults.allow_credentials,
      methods: defaults.allow_methods,
      headers: defaults.allow_headers ?? [],
      exposed: defaults.expose_headers ?? [],
      maxAge: defaults.max_age ?? null,
    };
  }),
};

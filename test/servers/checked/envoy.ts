import { envoy as platform } from '../../../src/fixes/platforms/envoy.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readYaml, YAML } from './read-yaml.ts';
import { exactly, listOf, ORIGIN, reader } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface VirtualHost {
  readonly typed_per_filter_config: {
    readonly 'envoy.filters.http.cors': {
      readonly allow_origin_string_match: readonly { readonly exact: string }[];
      readonly allow_credentials?: boolean;
      readonly allow_methods: string;
      readonly allow_headers?: string;
      readonly expose_headers?: string;
      readonly max_age?: string;
    };
  };
}

const TYPE = 'type.googleapis.com/envoy.extensions.filters.http.cors.v3';
const REMOVED = ['origin', 'credentials']
  .map((name) => `access-control-allow-${name}`)
  .concat('access-control-expose-headers');
const TEXT = { type: 'string', minLength: 1 };

const readFilters = reader<readonly unknown[]>(
  listOf(
    exactly({
      name: { const: 'envoy.filters.http.cors' },
      typed_config: exactly({ '@type': { const: `${TYPE}.Cors` } }),
    }),
  ),
);

/**
 * https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/http/cors/v3/cors.proto and
 * https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#config-route-v3-virtualhost
 */
const readVirtualHost = reader<VirtualHost>(
  exactly({
    typed_per_filter_config: exactly({
      'envoy.filters.http.cors': exactly(
        {
          '@type': { const: `${TYPE}.CorsPolicy` },
          allow_origin_string_match: listOf(exactly({ exact: ORIGIN })),
          allow_methods: TEXT,
        },
        {
          allow_credentials: { type: 'boolean' },
          allow_headers: TEXT,
          expose_headers: TEXT,
          // A string, not a number.
          max_age: { type: 'string', pattern: '^\\d+$' },
        },
      ),
    }),
    response_headers_to_remove: { const: REMOVED },
    response_headers_to_add: listOf(
      exactly({
        header: exactly({ key: { const: 'Vary' }, value: { const: 'Origin' } }),
        append_action: {
          enum: [
            'APPEND_IF_EXISTS_OR_ADD',
            'ADD_IF_ABSENT',
            'OVERWRITE_IF_EXISTS_OR_ADD',
            'OVERWRITE_IF_EXISTS',
          ],
        },
      }),
    ),
  }),
);

export const envoy: ParsedPlatform = {
  platform,
  needs: [YAML],
  parse: checkedBy((snippets) => {
    readFilters(readYaml(textAt(snippets, 'filters')));
    const host = readVirtualHost(readYaml(textAt(snippets, 'virtual-host')));
    const cors = host.typed_per_filter_config['envoy.filters.http.cors'];
    return {
      origins: cors.allow_origin_string_match.map(({ exact }) => exact),
      credentials: cors.allow_credentials ?? false,
      methods: cors.allow_methods.split(', '),
      headers: cors.allow_headers?.split(', ') ?? [],
      exposed: cors.expose_headers?.split(', ') ?? [],
      maxAge: cors.max_age === undefined ? null : Number(cors.max_age),
    };
  }),
};

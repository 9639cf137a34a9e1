import { traefik as platform } from '../../../src/fixes/platforms/traefik.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readYaml, YAML } from './read-yaml.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader, SECONDS } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Middleware {
  readonly spec: {
    readonly headers: {
      readonly accessControlAllowOriginList: readonly string[];
      readonly accessControlAllowMethods: readonly string[];
      readonly accessControlAllowHeaders?: readonly string[];
      readonly accessControlExposeHeaders?: readonly string[];
      readonly accessControlAllowCredentials?: boolean;
      readonly accessControlMaxAge?: number;
      readonly addVaryHeader?: boolean;
    };
  };
}

/** https://doc.traefik.io/traefik/reference/dynamic-configuration/kubernetes-crd/ */
const read = reader<Middleware>(
  exactly({
    apiVersion: { const: 'traefik.io/v1alpha1' },
    kind: { const: 'Middleware' },
    metadata: exactly({ name: { const: 'cors' } }),
    spec: exactly({
      headers: exactly(
        {
          accessControlAllowOriginList: listOf(ORIGIN),
          accessControlAllowMethods: listOf({ type: 'string' }),
          // Without a value they are taken out of what the server sends.
          customResponseHeaders: exactly({
            'Access-Control-Allow-Origin': { const: '' },
            'Access-Control-Allow-Credentials': { const: '' },
          }),
        },
        {
          accessControlAllowHeaders: listOf(HEADER_NAME),
          accessControlExposeHeaders: listOf(HEADER_NAME),
          accessControlAllowCredentials: { type: 'boolean' },
          accessControlMaxAge: SECONDS,
          addVaryHeader: { const: true },
        },
      ),
    }),
  }),
);

export const traefik: ParsedPlatform = {
  platform,
  needs: [YAML],
  parse: checkedBy((snippets, policy) => {
    const route = JSON.stringify(readYaml(textAt(snippets, 'route')));
    if (route !== '{"middlewares":[{"name":"cors"}]}') throw new Error('Another name.');
    const { headers } = read(readYaml(textAt(snippets, 'middleware'))).spec;
    if (policy.origins !== '*' && headers.addVaryHeader !== true) throw new Error('No Vary: Origin.');
    return {
      origins: headers.accessControlAllowOriginList,
      credentials: headers.accessControlAllowCredentials ?? false,
      methods: headers.accessControlAllowMethods,
      headers: headers.accessControlAllowHeaders ?? [],
      exposed: headers.accessControlExposeHeaders ?? [],
      maxAge: headers.accessControlMaxAge ?? null,
    };
  }),
};

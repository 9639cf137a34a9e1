import { ingressNginx as platform } from '../../../src/fixes/platforms/ingress-nginx.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readYaml, YAML } from './read-yaml.ts';
import { exactly, reader } from './schema.ts';
import { textAt } from './snippet-at.ts';

const name = (annotation: string): string => `nginx.ingress.kubernetes.io/${annotation}`;
const BOOLEAN = { enum: ['true', 'false'] };

interface Metadata {
  readonly annotations: Readonly<Record<string, string>>;
}

/** The expressions with which the controller reads them; what doesn't match is as if it weren't there. */
const read = reader<Metadata>(
  exactly({
    annotations: exactly(
      {
        [name('enable-cors')]: { const: 'true' },
        [name('cors-allow-origin')]: {
          type: 'string',
          pattern: '^((((https?://)(\\*\\.)?[A-Za-z0-9\\-.]*(:\\d+)?,?)+)|\\*)$',
        },
        [name('cors-allow-credentials')]: BOOLEAN,
        [name('cors-allow-methods')]: { type: 'string', pattern: '^([A-Za-z]+,?\\s?)+$' },
        [name('cors-allow-headers')]: { type: 'string', pattern: '^([A-Za-z0-9_-]+(, |$))+$' },
        [name('cors-max-age')]: { type: 'string', pattern: '^\\d+$' },
      },
      { [name('cors-expose-headers')]: { type: 'string', pattern: '^([A-Za-z0-9_-]+(, |$))+$' } },
    ),
  }),
);

export const ingressNginx: ParsedPlatform = {
  platform,
  needs: [YAML],
  beyond: {
    'every letter that a value may have': 'origins',
    'as much as there may be': 'methods',
  },
  parse: checkedBy((snippets, policy) => {
    const { annotations } = read(readYaml(textAt(snippets, 'ingress')));
    const valueAt = (annotation: string): string => annotations[name(annotation)] ?? '';
    const listOf = (annotation: string): readonly string[] =>
      valueAt(annotation)
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '');
    const headers = listOf('cors-allow-headers');
    const maxAge = Number(valueAt('cors-max-age'));
    return {
      origins: listOf('cors-allow-origin'),
      credentials: valueAt('cors-allow-credentials') === 'true',
      methods: listOf('cors-allow-methods'),
      // Left out, both would mean much more. This header needs no permission, and five seconds is what browsers take.
      headers: policy.headers.length === 0 && headers.join() === 'accept' ? [] : headers,
      maxAge: policy.maxAge === null && maxAge === 5 ? null : maxAge,
      exposed: listOf('cors-expose-headers'),
    };
  }),
};

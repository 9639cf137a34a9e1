import { quarkus as platform } from '../../../src/fixes/platforms/quarkus.ts';
import { JDK } from '../java-program.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readProperties } from './read-text.ts';
import { exactly, reader } from './schema.ts';
import { textAt } from './snippet-at.ts';

const BOOLEAN = { enum: ['true', 'false'] } as const;
/** A list has commas between its items, and no white space that would become part of one. */
const LIST = { type: 'string', pattern: '^[^,\\s]+(,[^,\\s]+)*$' } as const;

interface Properties {
  readonly 'quarkus.http.cors.origins': string;
  readonly 'quarkus.http.cors.methods': string;
  readonly 'quarkus.http.cors.headers': string;
  readonly 'quarkus.http.cors.exposed-headers'?: string;
  readonly 'quarkus.http.cors.access-control-max-age'?: string;
  readonly 'quarkus.http.cors.access-control-allow-credentials': string;
  readonly 'quarkus.http.header."Vary".value'?: string;
}

/** https://quarkus.io/guides/security-cors and, for the last one, https://quarkus.io/guides/http-reference */
const read = reader<Properties>(
  exactly(
    {
      'quarkus.http.cors.enabled': { const: 'true' },
      'quarkus.http.cors.origins': LIST,
      'quarkus.http.cors.methods': LIST,
      'quarkus.http.cors.headers': LIST,
      'quarkus.http.cors.access-control-allow-credentials': BOOLEAN,
    },
    {
      'quarkus.http.cors.exposed-headers': LIST,
      // A duration: a mere number counts seconds.
      'quarkus.http.cors.access-control-max-age': { type: 'string', pattern: '^\\d+$' },
      'quarkus.http.header."Vary".value': { const: 'Origin' },
    },
  ),
);

export const quarkus: ParsedPlatform = {
  platform,
  needs: [JDK],
  parse: checkedBy(async (snippets, policy, { folder }) => {
    const properties = read(await readProperties(folder, textAt(snippets, 'properties')));
    const list = (value: string | undefined): readonly string[] => value?.split(',') ?? [];
    const maxAge = properties['quarkus.http.cors.access-control-max-age'];
    const headers = list(properties['quarkus.http.cors.headers']);
    const varies = properties['quarkus.http.header."Vary".value'] !== undefined;
    if (varies !== (policy.origins !== '*')) throw new Error('Vary belongs to lists of origins.');
    return {
      origins: list(properties['quarkus.http.cors.origins']),
      methods: list(properties['quarkus.http.cors.methods']),
      // What needs no permission stands there when nothing else does.
      headers: policy.headers.length === 0 && headers.join() === 'accept' ? [] : headers,
      exposed: list(properties['quarkus.http.cors.exposed-headers']),
      credentials: properties['quarkus.http.cors.access-control-allow-credentials'] === 'true',
      maxAge: maxAge === undefined ? null : Number(maxAge),
    };
  }),
};

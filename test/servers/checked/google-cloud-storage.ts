import { googleCloudStorage as platform } from '../../../src/fixes/platforms/google-cloud-storage.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { callsOf } from './run-shell.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader, SECONDS } from './schema.ts';
import { textAt } from './snippet-at.ts';

type Configuration = readonly {
  readonly origin: readonly string[];
  readonly method: readonly string[];
  readonly responseHeader?: readonly string[];
  readonly maxAgeSeconds?: number;
}[];

/** https://cloud.google.com/storage/docs/cors-configurations#cors-configuration-structure */
const read = reader<Configuration>(
  listOf(
    exactly(
      {
        origin: listOf(ORIGIN),
        method: listOf({ enum: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] }),
      },
      { responseHeader: listOf(HEADER_NAME), maxAgeSeconds: SECONDS },
    ),
  ),
);

export const googleCloudStorage: ParsedPlatform = {
  platform,
  needs: [],
  beyond: {
    list: 'credentials',
    'every letter that a value may have': 'methods',
    'words that mean something to servers': 'methods',
    'as much as there may be': 'credentials',
    'values as long as they may be': 'methods',
  },
  parse: checkedBy(async (snippets, policy, { folder }) => {
    const [call = []] = await callsOf('gcloud', textAt(snippets, 'command'), folder);
    if (!call.includes('--cors-file=cors.json')) throw new Error(call.join(' '));
    const [rule, ...others] = read(JSON.parse(textAt(snippets, 'file')));
    if (rule === undefined || others.length > 0) throw new Error('There should be one rule.');
    const both = rule.responseHeader ?? [];
    const strange = both.filter((name) => ![...policy.headers, ...policy.exposed].includes(name));
    if (strange.length > 0) throw new Error(`Nobody wanted ${strange.join(', ')}.`);
    return {
      origins: rule.origin,
      methods: rule.method,
      headers: both.filter((name) => policy.headers.includes(name)),
      exposed: both.filter((name) => policy.exposed.includes(name)),
      maxAge: rule.maxAgeSeconds ?? null,
    };
  }),
};

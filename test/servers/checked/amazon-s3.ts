import { amazonS3 as platform } from '../../../src/fixes/platforms/amazon-s3.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { callsOf, valuesOf } from './run-shell.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader, SECONDS } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Configuration {
  readonly CORSRules: readonly {
    readonly AllowedOrigins: readonly string[];
    readonly AllowedMethods: readonly string[];
    readonly AllowedHeaders?: readonly string[];
    readonly ExposeHeaders?: readonly string[];
    readonly MaxAgeSeconds?: number;
  }[];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html */
const read = reader<Configuration>(
  exactly({
    CORSRules: {
      ...listOf(
        exactly(
          {
            AllowedOrigins: listOf(ORIGIN),
            AllowedMethods: listOf({ enum: ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'] }),
          },
          {
            AllowedHeaders: listOf(HEADER_NAME),
            ExposeHeaders: listOf(HEADER_NAME),
            MaxAgeSeconds: SECONDS,
          },
        ),
      ),
      maxItems: 100,
    },
  }),
);

export const amazonS3: ParsedPlatform = {
  platform,
  needs: [],
  beyond: {
    list: 'methods',
    public: 'methods',
    path: 'methods',
    'every letter that a value may have': 'methods',
    'words that mean something to servers': 'methods',
    'as much as there may be': 'methods',
    'values as long as they may be': 'methods',
  },
  parse: checkedBy(async (snippets, _policy, { folder }) => {
    const [call = []] = await callsOf('aws', textAt(snippets, 'command'), folder);
    if (valuesOf(call, '--cors-configuration')[0] !== 'file://cors.json') throw new Error(call.join(' '));
    const [rule, ...others] = read(JSON.parse(textAt(snippets, 'file'))).CORSRules;
    if (rule === undefined || others.length > 0) throw new Error('There should be one rule.');
    return {
      origins: rule.AllowedOrigins,
      methods: rule.AllowedMethods,
      headers: rule.AllowedHeaders ?? [],
      exposed: rule.ExposeHeaders ?? [],
      maxAge: rule.MaxAgeSeconds ?? null,
    };
  }),
};

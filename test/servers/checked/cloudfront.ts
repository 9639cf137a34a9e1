import { cloudfront as platform } from '../../../src/fixes/platforms/cloudfront.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { callsOf, valuesOf } from './run-shell.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader, type Schema, SECONDS } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Counted {
  readonly Quantity: number;
  readonly Items: readonly string[];
}

interface Configuration {
  readonly CorsConfig: {
    readonly AccessControlAllowOrigins: Counted;
    readonly AccessControlAllowMethods: Counted;
    readonly AccessControlAllowHeaders: Counted;
    readonly AccessControlExposeHeaders?: Counted;
    readonly AccessControlAllowCredentials: boolean;
    readonly AccessControlMaxAgeSec?: number;
    readonly OriginOverride: boolean;
  };
}

const counted = (items: Schema): Schema => exactly({ Quantity: SECONDS, Items: listOf(items) });

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyCorsConfig.html */
const read = reader<Configuration>(
  exactly({
    Name: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,128}$' },
    CorsConfig: exactly(
      {
        AccessControlAllowOrigins: counted(ORIGIN),
        AccessControlAllowMethods: counted({
          enum: ['GET', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'ALL'],
        }),
        AccessControlAllowHeaders: counted(HEADER_NAME),
        AccessControlAllowCredentials: { type: 'boolean' },
        OriginOverride: { const: true },
      },
      { AccessControlExposeHeaders: counted(HEADER_NAME), AccessControlMaxAgeSec: SECONDS },
    ),
  }),
);

export const cloudfront: ParsedPlatform = {
  platform,
  needs: [],
  beyond: {
    'every letter that a value may have': 'methods',
    'words that mean something to servers': 'methods',
    'as much as there may be': 'methods',
    'values as long as they may be': 'methods',
  },
  parse: checkedBy(async (snippets, policy, { folder }) => {
    const [call = []] = await callsOf('aws', textAt(snippets, 'command'), folder);
    if (valuesOf(call, '--response-headers-policy-config')[0] !== 'file://cors.json') {
      throw new Error(call.join(' '));
    }
    const { CorsConfig } = read(JSON.parse(textAt(snippets, 'file')));
    const headers = itemsOf(CorsConfig.AccessControlAllowHeaders);
    return {
      origins: itemsOf(CorsConfig.AccessControlAllowOrigins),
      methods: itemsOf(CorsConfig.AccessControlAllowMethods),
      // The list can’t be empty; this one needs no permission.
      headers: policy.headers.length === 0 && headers.join() === 'accept' ? [] : headers,
      exposed: itemsOf(CorsConfig.AccessControlExposeHeaders ?? { Quantity: 0, Items: [] }),
      credentials: CorsConfig.AccessControlAllowCredentials,
      maxAge: CorsConfig.AccessControlMaxAgeSec ?? null,
    };
  }),
};

function itemsOf({ Quantity, Items }: Counted): readonly string[] {
  if (Quantity !== Items.length) throw new Error(`${Quantity} isn’t the number of ${Items.join(', ')}.`);
  return Items;
}

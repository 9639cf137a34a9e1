import { awsApiGateway as platform } from '../../../src/fixes/platforms/aws-api-gateway.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readYaml, YAML } from './read-yaml.ts';
import { exactly, HEADER_NAME, listOf, ORIGIN, reader } from './schema.ts';
import { textAt } from './snippet-at.ts';

interface Properties {
  readonly CorsConfiguration: {
    readonly AllowOrigins: readonly string[];
    readonly AllowCredentials?: boolean;
    readonly AllowMethods: readonly string[];
    readonly AllowHeaders?: readonly string[];
    readonly ExposeHeaders?: readonly string[];
    readonly MaxAge?: number;
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-apigatewayv2-api-cors.html */
const read = reader<Properties>(
  exactly({
    CorsConfiguration: exactly(
      {
        AllowOrigins: listOf(ORIGIN),
        AllowMethods: listOf({ enum: ['GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'DELETE', '*'] }),
      },
      {
        AllowCredentials: { type: 'boolean' },
        AllowHeaders: listOf(HEADER_NAME),
        ExposeHeaders: listOf(HEADER_NAME),
        MaxAge: { type: 'integer', minimum: -1, maximum: 86_400 },
      },
    ),
  }),
);

export const awsApiGateway: ParsedPlatform = {
  platform,
  needs: [YAML],
  beyond: {
    'every letter that a value may have': 'methods',
    'words that mean something to servers': 'methods',
    'as much as there may be': 'methods',
    'values as long as they may be': 'methods',
  },
  parse: checkedBy((snippets) => {
    const { CorsConfiguration: cors } = read(readYaml(textAt(snippets, 'api')));
    return {
      origins: cors.AllowOrigins,
      credentials: cors.AllowCredentials ?? false,
      methods: cors.AllowMethods,
      headers: cors.AllowHeaders ?? [],
      exposed: cors.ExposeHeaders ?? [],
      maxAge: cors.MaxAge ?? null,
    };
  }),
};

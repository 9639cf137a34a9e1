import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { knownMethods } from './limits.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { indented, yamlList } from './yaml-lines.ts';

/** A day: what it takes, and more than browsers count. */
const LONGEST_MAX_AGE = 86_400;

export const awsApiGateway: ServerPlatform = {
  id: 'aws-api-gateway',
  name: 'Amazon API Gateway (HTTP API)',
  family: 'cloud',
  answersAs: ['aws-api-gateway'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a YAML parser and a schema made from its documentation' },
  limits: [
    knownMethods(
      ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'],
      'API Gateway has no routes for other methods than `GET`, `HEAD`, `OPTIONS`, `POST`, `PUT`, `PATCH` and `DELETE`. Choose one of them for the request.',
    ),
  ],
  generate: (policy) => [
    { place: 'api', file: 'template.yaml', language: 'yaml', lines: configuration(policy) },
  ],
  places: {
    api: 'Into `Properties` of the API: `AWS::Serverless::HttpApi` in SAM, `AWS::ApiGatewayV2::Api` in CloudFormation.',
  },
  reload: 'It takes effect with the next deployment (`sam deploy` or `aws cloudformation deploy`).',
  traps: [
    {
      id: 'rest-api',
      about: ['options', 'errors', 'route'],
      words:
        'A REST API has no such setting: it needs an `OPTIONS` method on every resource, the headers in what the function answers, and again in the gateway responses `DEFAULT_4XX` and `DEFAULT_5XX` for what never reaches the function.',
    },
    {
      id: 'default-route',
      about: ['sign-in', 'options'],
      words:
        'A route for `ANY` or `$default` with an authorizer takes preflights too, and refuses them: add a route for `OPTIONS` and the same path without an authorizer.',
    },
    {
      id: 'own-headers',
      about: ['layers'],
      words:
        'With this, API Gateway drops the CORS headers that the function or server behind it sends: only these count.',
    },
    {
      id: 'stage',
      about: ['route'],
      words:
        'The path of a stage other than `$default` belongs to the URL: without it, the answer is 404 and looks like a CORS problem.',
    },
    {
      id: 'slash',
      about: ['origin'],
      words: 'An origin with a slash at the end is taken, but matches no page.',
    },
    {
      id: 'upstream',
      about: ['upstream', 'errors'],
      words:
        'If the function fails or takes more than 30 seconds, the answer is 500 or 503: look into its log before you look for CORS.',
    },
  ],
  links: [
    {
      label: 'API Gateway: CORS for HTTP APIs',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
    },
    {
      label: 'API Gateway: CORS for REST APIs',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
    },
  ],
};

function configuration(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge } = policy;
  return [
    ...lines(null, 'CorsConfiguration:'),
    ...indented(1, [
      ...(origins === '*'
        ? yamlList('any-origin', 'AllowOrigins', ['*'])
        : yamlList('origins', 'AllowOrigins', origins)),
      ...lines('credentials', credentials && 'AllowCredentials: true'),
      ...yamlList('methods', 'AllowMethods', allowedMethods(policy)),
      ...(headers.length > 0 ? yamlList('headers', 'AllowHeaders', headers) : []),
      ...(exposed.length > 0 ? yamlList('exposed', 'ExposeHeaders', exposed) : []),
      ...lines('max-age', maxAge !== null && `MaxAge: ${Math.min(maxAge, LONGEST_MAX_AGE)}`),
    ]),
  ];
}

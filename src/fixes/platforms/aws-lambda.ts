import type { WritablePolicy } from '../writable-policy.ts';
import { allowedOriginsConstant, headerStatements } from './javascript-headers.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const awsLambda: ServerPlatform = {
  id: 'aws-lambda',
  name: 'AWS Lambda (function URL, Node.js)',
  family: 'cloud',
  answersAs: ['aws-lambda'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'handler', file: 'index.mjs', language: 'javascript', lines: handler(policy) },
  ],
  places: {
    handler: 'In place of your `handler`; what it did moves into `answer`.',
  },
  reload: 'Deploy the function anew.',
  traps: [
    {
      id: 'one-of-two',
      about: ['layers', 'options'],
      words:
        'Either this, or the CORS settings of the function URL: those answer preflights before this code runs, and headers of both can be there twice.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        'With `AuthType: AWS_IAM`, Lambda refuses what isn’t signed before this code runs, and preflights never are: use the CORS settings of the function URL there.',
    },
    {
      id: 'crash',
      about: ['errors'],
      words:
        'Lambda answers 502 for a handler that throws, runs out of time or memory, without any of these headers: so `answer` catches what is thrown.',
    },
    {
      id: 'structured',
      about: ['errors'],
      words:
        '`answer` has to return an object with `statusCode`; cookies go into its `cookies`, not into `headers`.',
    },
    {
      id: 'rest-api',
      about: ['options', 'origin'],
      words:
        'Behind a REST API, whose events have format 1.0, the method is in `event.httpMethod` and the names of headers keep their letters’ case.',
    },
    {
      id: 'http-api',
      about: ['layers'],
      words: 'An HTTP API with CORS settings of its own leaves out the headers that the function sends.',
    },
  ],
  links: [
    {
      label: 'AWS Lambda: function URLs',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html',
    },
    {
      label: 'AWS Lambda: CORS of function URLs',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors',
    },
  ],
};

function handler(policy: WritablePolicy): readonly Line[] {
  const { origins, path } = policy;
  return [
    ...allowedOriginsConstant(policy),
    ...lines(null, 'export async function handler(event, context) {'),
    ...lines(
      'path',
      path !== null && `  if (!event.rawPath.startsWith('${path}')) return answer(event, context);`,
    ),
    ...lines('allow-origin', origins !== '*' && '  const { origin } = event.headers;'),
    ...lines(
      'preflight',
      '  const isPreflight =',
      "    event.requestContext.http.method === 'OPTIONS' &&",
      "    'access-control-request-method' in event.headers;",
    ),
    ...lines(
      'answer-preflight',
      '  const response = isPreflight',
      '    ? { statusCode: 204 }',
      '    : await answer(event, context);',
    ),
    ...lines('all-responses', '  const headers = new Headers(response.headers);'),
    ...headerStatements(policy, {
      indent: '  ',
      set: (name, value) => `headers.set(${name}, ${value});`,
      vary: "headers.append('Vary', 'Origin');",
    }),
    ...lines('all-responses', '  return { ...response, headers: Object.fromEntries(headers) };'),
    ...lines(null, '}', '', 'async function answer(event, context) {'),
    ...lines('all-responses', '  try {'),
    ...lines('your-part', '    // … what your handler did until now …'),
    ...lines(
      'all-responses',
      '  } catch (error) {',
      '    console.error(error);',
      '    return { statusCode: 500 };',
      '  }',
    ),
    ...lines(null, '}'),
  ];
}

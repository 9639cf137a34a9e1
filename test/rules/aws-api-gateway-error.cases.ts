import { PUT_JSON, type RuleCase } from './rule-case.ts';

const GATEWAY = { 'x-amzn-RequestId': 'a1b2', 'x-amz-apigw-id': 'Fq3xGh' };

export const cases: readonly RuleCase[] = [
  {
    name: 'the authorizer refuses',
    exchange: {
      response: { status: 401, headers: { ...GATEWAY, 'x-amzn-ErrorType': 'UnauthorizedException' } },
      outcome: 'blocked',
    },
    cause: 'aws-api-gateway-error',
    verdict: 'blocked',
    data: { code: '401', errorType: 'UnauthorizedException' },
    says: ['API Gateway', '401'],
    actions: ['check-the-token', 'send-cors-headers-on-errors'],
  },
  {
    name: 'no OPTIONS method on the resource',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 403,
        headers: { ...GATEWAY, 'x-amzn-ErrorType': 'MissingAuthenticationTokenException' },
      },
    },
    cause: 'aws-api-gateway-error',
    verdict: 'blocked',
    says: ['OPTIONS', '403'],
    actions: ['route-options'],
  },
  {
    name: 'no such path',
    exchange: {
      response: {
        status: 403,
        headers: {
          ...GATEWAY,
          'x-amzn-ErrorType': 'MissingAuthenticationTokenException:http://internal.amazon.com/coral/',
        },
      },
      outcome: 'blocked',
    },
    cause: 'aws-api-gateway-error',
    verdict: 'blocked',
    data: { errorType: 'MissingAuthenticationTokenException' },
    actions: ['check-the-path', 'send-cors-headers-on-errors'],
  },
  {
    name: 'a key is wanted of the preflight',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 403, headers: { ...GATEWAY, 'x-amzn-ErrorType': 'ForbiddenException' } },
    },
    cause: 'aws-api-gateway-error',
    verdict: 'blocked',
    actions: ['let-options-through'],
  },
  {
    name: 'the function took too long',
    exchange: {
      response: { status: 504, headers: { ...GATEWAY, 'x-amzn-ErrorType': 'InternalServerErrorException' } },
      outcome: 'blocked',
    },
    cause: 'aws-api-gateway-error',
    verdict: 'blocked',
    actions: ['read-integration-log', 'send-cors-headers-on-errors'],
  },
  {
    name: 'a body that the model doesn’t allow',
    exchange: {
      method: 'POST',
      response: { status: 400, headers: { ...GATEWAY, 'x-amzn-ErrorType': 'BadRequestException' } },
      outcome: 'blocked',
    },
    cause: 'aws-api-gateway-error',
    verdict: 'blocked',
    actions: ['fix-server-error', 'send-cors-headers-on-errors'],
  },
  {
    name: 'a preflight that it calls bad',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 400, headers: { ...GATEWAY, 'x-amzn-ErrorType': 'BadRequestException' } },
    },
    cause: 'aws-api-gateway-error',
    verdict: 'blocked',
    actions: ['route-options'],
  },
  {
    name: 'not for a limit',
    exchange: {
      response: { status: 429, headers: { ...GATEWAY, 'x-amzn-ErrorType': 'TooManyRequestsException' } },
      outcome: 'blocked',
    },
    cause: 'rate-limit',
    verdict: 'blocked',
  },
  {
    name: 'not if API Gateway may have passed on what the function said',
    exchange: { response: { status: 401, headers: { 'apigw-requestid': 'Fq3xGh' } }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
    unknown: true,
  },
];

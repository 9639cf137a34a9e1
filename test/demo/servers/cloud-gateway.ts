import { sendEmpty, sendJson } from './json-response.ts';
import type { HttpServer } from './server.ts';

/** An API gateway of the cloud that refuses requests itself, in the words of Amazon API Gateway: the code behind it never runs. */
export const cloudGateway: HttpServer = {
  kind: 'node',
  transport: 'http',
  host: 'api.localhost',
  create: () => (request, response) => {
    // The mock integration that its console makes for "Enable CORS": preflights pass.
    if (request.method === 'OPTIONS') {
      return sendEmpty(response, 200, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': 'Content-Type,X-Amz-Date,Authorization,X-Api-Key',
        'Access-Control-Allow-Methods': 'GET,OPTIONS,POST,PUT',
        'x-amzn-RequestId': '5e8c4c1d-9d4f-4f3a-8a2b-1f0e0f6a7b11',
        'x-amz-apigw-id': 'V2hEFH0JoAMFXyw=',
      });
    }
    sendJson(
      response,
      403,
      { message: 'Forbidden' },
      {
        'x-amzn-RequestId': '0a7f9d2e-6c1b-4a55-9a39-1c2b7a6f3c55',
        'x-amzn-ErrorType': 'ForbiddenException',
        'x-amz-apigw-id': 'V2hEGGaJoAMFdHw=',
      },
    );
  },
};

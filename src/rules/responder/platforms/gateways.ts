import { has, isError, lacks, platformsOf } from '../platform.ts';

export const GATEWAYS = platformsOf('gateway', [
  {
    id: 'aws-api-gateway',
    name: 'Amazon API Gateway',
    marks: [[has('x-amz-apigw-id')], [has('apigw-requestid')]],
    made: [{ sign: [has('x-amzn-errortype'), has('x-amz-apigw-id')], confidence: 'certain' }],
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  },
  {
    id: 'azure-api-management',
    name: 'Azure API Management',
    marks: [[has('www-authenticate', /^AzureApiManagementKey\b/i)]],
    made: [{ sign: [has('www-authenticate', /^AzureApiManagementKey\b/i)], confidence: 'certain' }],
    source: 'https://learn.microsoft.com/en-us/azure/api-management/cors-policy',
  },
  {
    id: 'kong',
    name: 'Kong',
    marks: [
      [has('x-kong-response-latency')],
      [has('x-kong-upstream-latency')],
      [has('x-kong-request-id')],
      [has('via', /\bkong\//i)],
      [has('server', /^kong\//i)],
    ],
    // It is sent instead of the upstream's latency.
    made: [{ sign: [has('x-kong-response-latency')], confidence: 'certain' }],
    source: 'https://developer.konghq.com/gateway/configuration/',
  },
  {
    id: 'istio',
    name: 'Istio',
    marks: [[has('server', /^istio-envoy$/i)]],
    made: [
      {
        sign: [has('server', /^istio-envoy$/i), lacks('x-envoy-upstream-service-time')],
        statuses: isError,
        confidence: 'likely',
      },
    ],
    source: 'https://istio.io/latest/docs/ops/common-problems/network-issues/',
  },
  {
    id: 'envoy',
    name: 'Envoy',
    marks: [
      [has('server', /^envoy$/i)],
      [has('x-envoy-upstream-service-time'), lacks('server', /^istio-envoy$/i)],
    ],
    made: [
      {
        sign: [has('server', /^envoy$/i), lacks('x-envoy-upstream-service-time')],
        statuses: isError,
        confidence: 'likely',
      },
    ],
    source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter',
  },
]);

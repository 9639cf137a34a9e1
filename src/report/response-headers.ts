import { getHeader, type HeaderList } from '../model/header-list.ts';

/** What tells who answered, and where to look in the logs. The CORS headers come on top of these. */
const TELLTALE = new Set([
  'age',
  'allow',
  'cache-control',
  'cf-cache-status',
  'cf-mitigated',
  'cf-ray',
  'content-type',
  'cross-origin-resource-policy',
  'date',
  'location',
  'ngrok-error-code',
  'non-authoritative-reason',
  'request-id',
  'retry-after',
  'server',
  'traceparent',
  'vary',
  'via',
  'www-authenticate',
  'x-amz-cf-id',
  'x-amz-request-id',
  'x-amzn-errortype',
  'x-amzn-requestid',
  'x-amzn-trace-id',
  'x-amzn-waf-action',
  'x-cache',
  'x-correlation-id',
  'x-powered-by',
  'x-request-id',
]);

/** Whether it is a header of the CORS protocol or the `Vary` that goes with it. */
export function isCorsHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('access-control-') || lower === 'vary';
}

/** The response headers that matter to whoever has to find and mend the answer, in their order. */
export function telltaleResponseHeaders(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => isCorsHeader(name) || TELLTALE.has(name.toLowerCase()));
}

/** Whether the response takes part in the CORS protocol at all. */
export function hasCorsHeaders(headers: HeaderList): boolean {
  return getHeader(headers, 'Access-Control-Allow-Origin') !== null || headers.some(isAccessControl);
}

function isAccessControl([name]: HeaderList[number]): boolean {
  return name.toLowerCase().startsWith('access-control-');
}

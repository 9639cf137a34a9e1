/** Where a request header comes from, as far as its name tells: what to do about it depends on that. */
export type HeaderOrigin =
  | 'content-type'
  | 'authorization'
  | 'tracing'
  | 'library'
  | 'response-header'
  | 'own';

const TRACING =
  /^(baggage|sentry-trace|traceparent|tracestate|newrelic|elastic-apm-traceparent|uber-trace-id|request-id|request-context|b3|apikey|x-client-info|x-(datadog|b3|stainless|amzn-trace|cloud-trace|newrelic|dynatrace|instana)-.*|x-amzn-trace-id|x-cloud-trace-context)$/;
const LIBRARY =
  /^(x-requested-with|x-csrf-?token|x-xsrf-token|x-csrftoken|cache-control|pragma|expires|if-none-match|if-modified-since|ngrok-skip-browser-warning|upgrade-insecure-requests)$/;

/** What adds a request header of that name. Names are compared without regard to case. */
export function headerOrigin(name: string): HeaderOrigin {
  const lower = name.toLowerCase();
  if (lower === 'content-type' || lower === 'authorization') return lower;
  if (lower.startsWith('access-control-')) return 'response-header';
  if (TRACING.test(lower)) return 'tracing';
  return LIBRARY.test(lower) ? 'library' : 'own';
}

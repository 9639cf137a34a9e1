/** A library that adds headers to a page's requests by itself. */
export interface HeaderLibrary {
  /** As its makers write it. */
  readonly name: string;
  /** Headers, in lower case, that are its own, or likely to be. */
  readonly headers: RegExp;
  /** Tracers add headers to the page's own requests, SDKs to those that they send. */
  readonly kind: 'tracing' | 'sdk';
  /** The action that keeps it from adding them, and the setting that this is about, if it has one. */
  readonly limit?: LibraryLimit;
}

interface LibraryLimit {
  readonly action: string;
  readonly setting?: string;
}

function limitedBy(setting: string): LibraryLimit {
  return { action: 'limit-tracing', setting };
}

/** Where no setting is known. */
const LIMITED_SOMEHOW: LibraryLimit = { action: 'limit-other-tracing' };

/** The headers of W3C Trace Context, which nearly every tracer can send besides its own, or instead. */
const TRACE_CONTEXT = /^(traceparent|tracestate|baggage)$/;

/** Tracers with a header of their own stand before the one that is taken for the sender of Trace Context alone. */
const LIBRARIES: readonly HeaderLibrary[] = [
  {
    name: 'Sentry',
    headers: /^sentry-trace$/,
    kind: 'tracing',
    limit: { action: 'limit-sentry', setting: 'tracePropagationTargets' },
  },
  { name: 'Datadog', headers: /^x-datadog-/, kind: 'tracing', limit: limitedBy('allowedTracingUrls') },
  {
    name: 'New Relic',
    headers: /^(x-)?newrelic(-.+)?$/,
    kind: 'tracing',
    limit: limitedBy('distributed_tracing.allowed_origins'),
  },
  {
    name: 'Elastic APM',
    headers: /^elastic-apm-traceparent$/,
    kind: 'tracing',
    limit: limitedBy('distributedTracingOrigins'),
  },
  {
    name: 'Application Insights',
    headers: /^request-(id|context)$/,
    kind: 'tracing',
    limit: limitedBy('correlationHeaderExcludedDomains'),
  },
  { name: 'Dynatrace', headers: /^x-(dynatrace|dtc|dtpc)(-.+)?$/, kind: 'tracing', limit: LIMITED_SOMEHOW },
  { name: 'Instana', headers: /^x-instana-/, kind: 'tracing', limit: LIMITED_SOMEHOW },
  { name: 'AWS X-Ray', headers: /^x-amzn-trace(-.+)?$/, kind: 'tracing', limit: LIMITED_SOMEHOW },
  { name: 'Google Cloud Trace', headers: /^x-cloud-trace-/, kind: 'tracing', limit: LIMITED_SOMEHOW },
  { name: 'Jaeger', headers: /^uber-trace-id$/, kind: 'tracing', limit: LIMITED_SOMEHOW },
  { name: 'Zipkin', headers: /^(b3|x-b3-.+)$/, kind: 'tracing', limit: LIMITED_SOMEHOW },
  {
    name: 'OpenTelemetry',
    headers: TRACE_CONTEXT,
    kind: 'tracing',
    limit: limitedBy('propagateTraceHeaderCorsUrls'),
  },
  {
    name: 'Stainless SDK (OpenAI, Anthropic)',
    headers: /^x-stainless-/,
    kind: 'sdk',
    limit: { action: 'drop-sdk-headers', setting: 'defaultHeaders' },
  },
  { name: 'Supabase', headers: /^(apikey|x-client-info|x-supabase-.+)$/, kind: 'sdk' },
];

/** Whether a library is known that adds a header of that name. @param name lower case */
export function isOfLibrary(name: string): boolean {
  return LIBRARIES.some(({ headers }) => headers.test(name));
}

/** A library, and those of the headers that it is likely to have added. */
export interface LibraryHeaders {
  readonly library: HeaderLibrary;
  readonly names: readonly string[];
}

/**
 * Which libraries are likely to have added the headers `names`. A header of Trace Context is taken for that of a tracer
 * of which the request carries a header of its own.
 *
 * @param asked every header that the request is to carry, lower case
 */
export function librariesOf(names: readonly string[], asked: readonly string[]): readonly LibraryHeaders[] {
  const tracer = LIBRARIES.find(
    ({ kind, headers }) => kind === 'tracing' && asked.some((each) => headers.test(each)),
  );
  const addedBy = (name: string) =>
    tracer !== undefined && TRACE_CONTEXT.test(name)
      ? tracer
      : LIBRARIES.find(({ headers }) => headers.test(name));
  return LIBRARIES.map((library) => ({
    library,
    names: names.filter((name) => addedBy(name) === library),
  })).filter((each) => each.names.length > 0);
}

import { describe, expect, it } from 'vitest';
import { librariesOf } from '../../../src/rules/request-header-library.ts';
import { type HeaderOrigin, headerOrigin } from '../../../src/rules/request-header-origin.ts';

const origins: readonly (readonly [name: string, origin: HeaderOrigin])[] = [
  ['Content-Type', 'content-type'],
  ['authorization', 'authorization'],
  ['Access-Control-Allow-Origin', 'response-header'],
  ['traceparent', 'tracing'],
  ['X-B3-TraceId', 'tracing'],
  ['b3', 'tracing'],
  ['x-amzn-trace-id', 'tracing'],
  ['x-cloud-trace-context', 'tracing'],
  ['apikey', 'tracing'],
  ['X-CSRFToken', 'library'],
  ['X-CSRF-Token', 'library'],
  ['x-xsrf-token', 'library'],
  ['if-modified-since', 'library'],
  ['x-api-key', 'own'],
  ['x-trace-id', 'own'],
  ['x-request-id', 'own'],
];

describe('headerOrigin', () => {
  it.each(origins)('%s: %s', (name, origin) => {
    expect(headerOrigin(name)).toBe(origin);
  });
});

const W3C = ['traceparent', 'tracestate', 'baggage'];
const libraries: readonly (readonly [names: readonly string[], asked: readonly string[], library: string])[] =
  [
    [W3C, W3C, 'OpenTelemetry'],
    [W3C, [...W3C, 'sentry-trace'], 'Sentry'],
    [['traceparent'], ['traceparent', 'x-datadog-origin'], 'Datadog'],
    [['newrelic', 'traceparent'], ['newrelic', 'traceparent'], 'New Relic'],
    [['elastic-apm-traceparent'], ['elastic-apm-traceparent'], 'Elastic APM'],
    [['request-id', 'traceparent'], ['request-id', 'traceparent'], 'Application Insights'],
    [['x-dtpc', 'x-dynatrace-test'], [], 'Dynatrace'],
    [['x-instana-t'], [], 'Instana'],
    [['uber-trace-id'], [], 'Jaeger'],
    [['x-stainless-os', 'traceparent'], ['x-stainless-os', 'traceparent'], 'OpenTelemetry, Stainless SDK'],
    [['apikey', 'x-tenant'], ['apikey', 'x-tenant'], 'Supabase'],
    [['x-tenant'], ['x-tenant'], ''],
  ];

describe('librariesOf', () => {
  it.each(libraries)('%j of %j: %s', (names, asked, expected) => {
    const found = librariesOf(names, asked).map(({ library }) => library.name.replace(/ \(.*/, ''));
    expect(found.join(', ')).toBe(expected);
  });

  it('gives each header to one library', () => {
    const names = ['baggage', 'sentry-trace', 'x-client-info', 'x-tenant'];
    expect(librariesOf(names, names).map((each) => each.names)).toEqual([
      ['baggage', 'sentry-trace'],
      ['x-client-info'],
    ]);
  });
});

import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const WITHOUT_LIST = { status: 204, headers: allowing(PAGE) };
const WITH_LIST = {
  status: 204,
  headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'Content-Type' }),
};

export const cases: readonly RuleCase[] = [
  {
    name: 'Sentry',
    exchange: { headers: { 'sentry-trace': '1', baggage: '2' }, preflight: WITHOUT_LIST },
    cause: 'tracing-header-not-allowed',
    verdict: 'blocked',
    data: { headers: 'baggage, sentry-trace', library: 'Sentry' },
    actions: ['limit-sentry'],
  },
  {
    name: 'Datadog, with its own headers and those of Trace Context',
    exchange: {
      headers: { traceparent: '1', tracestate: '2', 'x-datadog-trace-id': '3' },
      preflight: WITH_LIST,
    },
    cause: 'tracing-header-not-allowed',
    verdict: 'blocked',
    data: { library: 'Datadog', allowed: 'Content-Type' },
    actions: ['limit-tracing'],
  },
  {
    name: 'Datadog, though its own headers are allowed',
    exchange: {
      headers: { traceparent: '1', 'x-datadog-trace-id': '3' },
      preflight: {
        status: 204,
        headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'x-datadog-trace-id' }),
      },
    },
    cause: 'tracing-header-not-allowed',
    verdict: 'blocked',
    data: { headers: 'traceparent', library: 'Datadog' },
  },
  {
    name: 'Trace Context alone',
    exchange: { headers: { traceparent: '1' }, preflight: WITHOUT_LIST },
    cause: 'tracing-header-not-allowed',
    verdict: 'blocked',
    data: { library: 'OpenTelemetry' },
    says: ['probably'],
    actions: ['limit-tracing'],
  },
  {
    name: 'Zipkin',
    exchange: { headers: { 'x-b3-traceid': '1', 'x-b3-spanid': '2' }, preflight: WITHOUT_LIST },
    cause: 'tracing-header-not-allowed',
    verdict: 'blocked',
    data: { library: 'Zipkin' },
    actions: ['limit-other-tracing'],
  },
  {
    name: 'an SDK that was pointed at another server',
    exchange: {
      method: 'POST',
      headers: { 'X-Stainless-OS': '1', 'X-Stainless-Lang': 'js' },
      preflight: WITH_LIST,
    },
    cause: 'tracing-header-not-allowed',
    verdict: 'blocked',
    says: ['OpenAI'],
    actions: ['drop-sdk-headers'],
  },
  {
    name: 'Supabase, which needs them',
    exchange: { headers: { apikey: '1', 'x-client-info': 'supabase-js/2' }, preflight: WITH_LIST },
    cause: 'tracing-header-not-allowed',
    verdict: 'blocked',
    data: { library: 'Supabase' },
    actions: [],
  },
  {
    name: 'not with a header of another kind',
    exchange: { headers: { 'sentry-trace': '1', Authorization: 'x' }, preflight: WITH_LIST },
    cause: 'several-headers-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      headers: { 'sentry-trace': '1' },
      preflight: WITHOUT_LIST,
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];

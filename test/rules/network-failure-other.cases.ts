import { PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an error without a name of its own here',
    exchange: { outcome: { error: 'net::ERR_HTTP2_PROTOCOL_ERROR_XY' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    data: { error: 'net::ERR_HTTP2_PROTOCOL_ERROR_XY' },
    actions: ['open-in-tab'],
  },
  {
    name: 'no network',
    exchange: { outcome: { error: 'net::ERR_INTERNET_DISCONNECTED' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    says: ['can’t be reached'],
  },
  {
    name: 'no proxy, on a preflight',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { error: 'NS_ERROR_PROXY_CONNECTION_REFUSED' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    says: ['can’t be reached'],
  },
  {
    name: 'not if the browser says more',
    exchange: { outcome: { error: 'net::ERR_TIMED_OUT' } },
    cause: 'timed-out',
    verdict: 'failed',
  },
  {
    name: 'why nobody can tell',
    exchange: { outcome: { error: 'NS_ERROR_FAILURE' }, engine: 'firefox' },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
  {
    name: 'a response that isn’t encoded as it says',
    exchange: {
      response: { headers: { 'Access-Control-Allow-Origin': '*', 'Content-Encoding': 'gzip' } },
      outcome: { error: 'net::ERR_CONTENT_DECODING_FAILED' },
    },
    cause: 'network-failure-other',
    verdict: 'failed',
    data: { status: '200' },
    says: ['couldn’t be read'],
  },
];

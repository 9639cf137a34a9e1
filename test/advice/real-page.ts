import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { allowing } from '../rules/rule-case.ts';
import { OWN, trusting } from './origins.ts';

/** What a shop's page loads from elsewhere in a few minutes of use: 300 requests to five servers. */
export interface PageSettings {
  /** What its own API sends with each response besides what it has to. */
  readonly careless: boolean;
}

const HOUR = 'public, max-age=3600';
const READABLE = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/** @param settings whether its servers are set up as they should be, or as most are */
export function aRealPage({ careless }: PageSettings): readonly ExchangeDescription[] {
  const requests = [
    ...Array.from({ length: 150 }, (_, index) => apiCall(index, careless)),
    ...Array.from({ length: 60 }, (_, index) => productImage(index)),
    ...Array.from({ length: 40 }, (_, index) => font(index)),
    ...Array.from({ length: 40 }, (_, index) => measurement(index)),
    ...Array.from({ length: 10 }, () => session(careless)),
  ];
  return requests.map((request): ExchangeDescription => ({ origin: OWN, ...request }));
}

/** Three in four read; the first request for each URL has a preflight, and its answer is kept for two hours. */
function apiCall(index: number, careless: boolean): ExchangeDescription {
  const method = index % 4 === 3 ? 'PUT' : 'GET';
  const more = careless
    ? { 'Access-Control-Allow-Methods': 'GET, PUT', 'Access-Control-Allow-Headers': 'Content-Type, Origin' }
    : {};
  const preflight = {
    status: 204,
    headers: trusting(OWN, {
      'Access-Control-Allow-Methods': 'GET, PUT',
      'Access-Control-Allow-Headers': careless ? 'Content-Type, X-Trace, Origin' : 'Content-Type, X-Trace',
      'Access-Control-Max-Age': '7200',
    }),
  };
  return {
    url: `https://api.example.com/products/${index % 15}`,
    method,
    credentials: 'include',
    headers: {
      Cookie: 'session=[masked: 32 characters]',
      ...(method === 'PUT' ? { 'Content-Type': 'application/json' } : { 'X-Trace': '1' }),
    },
    ...(index < 15 ? { preflight } : {}),
    response: { headers: trusting(OWN, { ...READABLE, ...more }) },
  };
}

function productImage(index: number): ExchangeDescription {
  return {
    url: `https://images.cdn.example.net/${index}.avif`,
    type: 'image',
    credentials: 'same-origin',
    response: { headers: allowing('*', { 'Cache-Control': HOUR, ETag: `"${index}"` }) },
  };
}

function font(index: number): ExchangeDescription {
  return {
    url: `https://fonts.example.org/${index % 6}.woff2`,
    type: 'font',
    credentials: 'same-origin',
    response: { headers: allowing('*', { 'Cache-Control': HOUR, 'Timing-Allow-Origin': '*' }) },
  };
}

function measurement(index: number): ExchangeDescription {
  return {
    url: `https://collect.metrics.example/v1?n=${index}`,
    method: 'POST',
    type: 'beacon',
    credentials: 'include',
    headers: { 'Content-Type': 'text/plain', Cookie: 'id=[masked: 16 characters]' },
    response: { status: 204, headers: trusting(OWN) },
  };
}

function session(careless: boolean): ExchangeDescription {
  return {
    url: 'https://login.example.com/session',
    credentials: 'include',
    headers: { Cookie: 'session=[masked: 32 characters]' },
    response: {
      headers: careless
        ? allowing(OWN, { 'Access-Control-Allow-Credentials': 'true', ETag: '"1"' })
        : trusting(OWN, READABLE),
    },
  };
}

import { describe, expect, it } from 'vitest';
import { withAliases } from '../../../../src/report/index.ts';
import { anExchange, type ExchangeDescription } from '../../../rules/exchange-builder.ts';

function aliased(description: ExchangeDescription) {
  const [exchange] = withAliases({ exchanges: [anExchange(description)] }).exchanges;
  if (exchange === undefined) throw new Error('It was given.');
  return exchange;
}

describe('an alias of a host', () => {
  it.each([
    ['https://api.acme.com/', 'https://api-1.example/'],
    ['http://api.acme.com:8080/', 'http://api-1.example:8080/'],
    ['https://www.acme.com/', 'https://www.api-1.example/'],
    ['https://login.acme.com/', 'https://login.api-1.example/'],
    ['https://api.acme.local/', 'https://api-1.local/'],
    ['https://api.acme.test/', 'https://api-1.test/'],
    ['http://backend:8000/', 'http://api-1:8000/'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['http://acme.localhost:8080/', 'http://api-1.localhost:8080/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['http://192.168.7.8/', 'http://192.168.0.2/'],
    ['http://10.7.8.9/', 'http://10.0.0.2/'],
    ['http://172.20.8.9/', 'http://172.20.0.2/'],
    ['http://[fd12:3456::1]/', 'http://[fd00::1]/'],
    ['http://93.184.216.34/', 'http://203.0.113.2/'],
    ['http://[2606:2800::1]/', 'http://[2001:db8::1]/'],
    ['https://acme.vercel.app/', 'https://api-1.vercel.app/'],
    ['https://acme.s3.eu-west-1.amazonaws.com/', 'https://api-1.s3.eu-west-1.amazonaws.com/'],
    ['https://undefined/', 'https://undefined/'],
  ])('of %s is %s', (url, alias) => {
    expect(aliased({ origin: 'http://localhost:5173', url }).hops[0].url).toBe(alias);
  });

  it.each([
    [
      'https://app.acme.com',
      'https://api.acme.com/',
      'https://page-1.site-1.example',
      'https://api-1.site-1.example/',
    ],
    ['https://acme.com', 'https://api.acme.com/', 'https://site-1.example', 'https://api-1.site-1.example/'],
    ['https://acme.com', 'https://www.acme.com/', 'https://site-1.example', 'https://www.site-1.example/'],
    ['https://acme.co.uk', 'https://api.other.co.uk/', 'https://page-1.example', 'https://api-1.example/'],
    ['http://acme.com', 'https://acme.com/', 'http://page-1.example', 'https://page-1.example/'],
    ['null', 'https://acme.com/', 'null', 'https://api-1.example/'],
    [
      'chrome-extension://abcdefgh',
      'https://acme.com/',
      'chrome-extension://page-1',
      'https://api-1.example/',
    ],
  ])('keeps how %s and %s are related', (origin, url, page, api) => {
    const exchange = aliased({ origin, page: `${origin}/`, url });
    expect([exchange.initiator, exchange.hops[0].url]).toEqual([page, api]);
  });
});

describe('an alias of a path', () => {
  it.each([
    ['/orders/42', '/path-1/path-2'],
    ['/orders/orders/', '/path-1/path-1/'],
    ['//orders//', '//path-1//'],
    ['/my-login.php', '/login-1.php'],
    ['/app.min.js', '/path-1.js'],
    ['/reset/masked-64', '/path-1/masked-64'],
    ['/?token=masked-32&q=acme&q=', '/?param-1=masked-32&param-2=value-1&param-2='],
  ])('of %s is %s', (path, alias) => {
    expect(aliased({ url: `https://api.acme.com${path}` }).hops[0].url).toBe(`https://api-1.example${alias}`);
  });
});

describe('an alias in a header', () => {
  it.each([
    ['Access-Control-Allow-Origin', 'https://APP.acme.com/', 'https://Page-1.example/'],
    ['Access-Control-Allow-Origin', 'https://*.acme.com', 'https://*.site-1.example'],
    ['Access-Control-Allow-Origin', '*', '*'],
    ['Access-Control-Allow-Headers', 'X-Acme, Authorization', 'X-Acme, Authorization'],
    ['Location', '/login?next=/orders', '/login-1?param-1=value-1'],
    ['Server', 'acme-gateway/7', 'value-1'],
    ['Server', 'nginx/1.22.1 (gw.acme.com)', 'nginx/1.22.1 (host-1.site-1.example)'],
    ['X-Acme', 'acme', 'value-1'],
    ['Set-Cookie', 'sid=[masked: 3 characters]; Path=/shop', 'cookie-1=[masked: 3 characters]; Path=/path-2'],
    ['WWW-Authenticate', 'Bearer realm="acme"', 'Bearer realm="value-1"'],
    ['Content-Type', 'application/vnd.acme.v1+json', 'application/vnd.value-1+json'],
  ])('%s: %s is %s', (name, value, alias) => {
    const exchange = aliased({
      origin: 'https://app.acme.com',
      page: 'https://app.acme.com',
      url: 'https://api.other.com/items',
      response: { headers: { [name]: value } },
    });
    expect(exchange.hops[0].response?.headers).toEqual([[name, alias]]);
  });
});

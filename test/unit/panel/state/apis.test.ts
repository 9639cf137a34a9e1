import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import type { Advice } from '../../../../src/rules/advice/advice.ts';
import { exchanges, savedOften } from '../../../gallery/exchanges.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';
import { apisState } from '../apis-state.ts';
import { someAdvice } from '../some-advice.ts';

function apisOf(recorded: readonly Exchange[], advice: readonly Advice[] = []) {
  return apisState(recorded, advice).value.apis;
}

function apiOf(...[recorded, advice]: Parameters<typeof apisOf>) {
  const [api, ...others] = apisOf(recorded, advice);
  if (api === undefined || others.length > 0) throw new Error('There is one API.');
  return api;
}

const ALLOWED = { response: { headers: { 'Access-Control-Allow-Origin': PAGE } } } as const;
const BLOCKED = { response: {}, outcome: 'blocked' } as const;

describe('createApis', () => {
  it('has the servers with failures first', () => {
    const apis = apisOf(exchanges('allowed', 'allowedScript', 'font', 'duplicate'));
    expect(apis.map(({ label, summary }) => `${label}: ${summary}`)).toEqual([
      'cdn.example.net: 2 requests · 1 fails',
      'gateway.example.org: 1 request · 1 fails',
      'api.example.com: 1 request · none fails',
    ]);
  });

  it('counts by method and path what works and what does not, and tells why', () => {
    const { rows, hasOther } = apiOf([
      anExchange({ id: 'a', url: 'https://api.example.com/users/1', ...ALLOWED }),
      anExchange({ id: 'b', url: 'https://api.example.com/users/2?x=1', ...BLOCKED }),
      anExchange({ id: 'c', url: 'https://api.example.com/users/3', ...BLOCKED }),
      anExchange({ id: 'd', url: 'https://api.example.com/users/3', method: 'HEAD', ...ALLOWED }),
    ]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ method: 'GET', path: '/users/:id', works: { count: 1 } });
    expect(rows[0]?.fails).toMatchObject({
      count: 2,
      label: 'GET /users/:id, Fails: 2. Show which',
      more: '',
      exchanges: [
        { id: 'c', label: 'GET /users/3' },
        { id: 'b', label: 'GET /users/2?x=1' },
      ],
    });
    expect(rows[0]?.causes).not.toBe('');
    expect(rows[1]).toMatchObject({ method: 'HEAD', causes: '' });
    expect(hasOther).toBe(false);
  });

  it('lists the newest few of what a number counts', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      anExchange({ id: `x${index}`, url: `https://api.example.com/${index}`, ...ALLOWED }),
    );
    expect(apiOf(many).rows[0]?.works).toMatchObject({ count: 9, more: 'The last 5 of 9:' });
    expect(apiOf(many).rows[0]?.works.exchanges[0]?.id).toBe('x8');
  });

  it('tells what neither works nor fails apart', () => {
    const { rows, hasOther } = apiOf([anExchange({ outcome: 'pending' })]);
    expect(rows[0]).toMatchObject({ works: { count: 0 }, fails: { count: 0 }, other: { count: 1 } });
    expect(hasOther).toBe(true);
  });

  it('counts preflights and the time that they took', () => {
    expect(apiOf(savedOften(12)).preflights).toBe('12 preflights, which took 360 ms together.');
    expect(apiOf(savedOften(1)).preflights).toBe('1 preflight, which took 30 ms.');
    expect(apiOf([anExchange(ALLOWED)]).preflights).toBe('No preflight.');
  });

  it('says the smallest policy, on how many requests it is proven, and what it doesn’t help', () => {
    const { policy, beyond } = apiOf([
      ...exchanges('serverError', 'headersNotAllowed', 'allowed'),
      anExchange({ id: 'opaque', origin: 'null', ...BLOCKED }),
    ]);
    expect(policy?.proof).toBe('Proven on 3 requests, of which 2 fail today');
    expect(policy?.copyText.split('\n').slice(0, 4)).toEqual([
      `Origins: ${PAGE}`,
      'Methods: PUT',
      'Request headers: authorization, content-type, x-api-key, x-trace',
      'Credentials: Allowed, because requests include them',
    ]);
    expect(beyond).toContain('1 request stays blocked');
  });

  it('has no policy where nothing is to be allowed', () => {
    expect(apiOf(exchanges('refused'))).toMatchObject({ policy: null, beyond: '', hasFailures: true });
  });

  it('has the advice on each server with that server', () => {
    const advice = [someAdvice({ rule: 'a' }), someAdvice({ rule: 'b', target: 'https://b.example' })];
    expect(apiOf([anExchange(ALLOWED)], advice).advice.map(({ key }) => key)).toEqual([
      'a https://api.example.com',
    ]);
  });
});

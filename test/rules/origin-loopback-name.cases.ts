import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: '127.0.0.1 for localhost',
    exchange: { response: { headers: allowing('http://127.0.0.1:5173') }, outcome: 'blocked' },
    cause: 'origin-loopback-name',
    verdict: 'blocked',
    data: { pageHost: 'localhost' },
    says: ['http://127.0.0.1:5173', 'localhost'],
    actions: ['match-origin-on-server', 'open-page-under-allowed-name'],
  },
  {
    name: 'IPv6',
    exchange: { response: { headers: allowing('http://[::1]:5173') }, outcome: 'blocked' },
    cause: 'origin-loopback-name',
    verdict: 'blocked',
  },
  {
    name: 'not for an address of the network',
    exchange: { response: { headers: allowing('http://192.168.0.5:5173') }, outcome: 'blocked' },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'where the server named it for another page before',
    exchange: { response: { headers: allowing('http://127.0.0.1:5173') }, outcome: 'blocked' },
    history: [
      { id: 'x0', origin: 'http://127.0.0.1:5173', response: { headers: allowing('http://127.0.0.1:5173') } },
    ],
    cause: 'origin-loopback-name',
    verdict: 'blocked',
  },
  {
    name: 'where the server named the page’s origin elsewhere',
    exchange: { response: { headers: allowing('http://127.0.0.1:5173') }, outcome: 'blocked' },
    history: [{ id: 'x0', response: { headers: allowing(PAGE) } }],
    cause: 'origin-loopback-name',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing('http://127.0.0.1:5173') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
  {
    name: 'another port besides, where something else answers',
    exchange: { response: { headers: allowing('http://127.0.0.1:3000') }, outcome: 'blocked' },
    cause: 'origin-loopback-name',
    verdict: 'blocked',
    data: { allowedHost: '127.0.0.1', pageHost: 'localhost' },
    actions: ['match-origin-on-server'],
  },
];

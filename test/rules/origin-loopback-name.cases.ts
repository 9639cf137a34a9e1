import { allowing, type RuleCase } from './rule-case.ts';

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
];

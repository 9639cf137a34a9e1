import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, PARTNER, STRANGER, trusted } from './origins.ts';

const LOCAL_API = 'http://localhost:8080/items';

export const cases: readonly AdviceCase[] = [
  {
    name: 'two sites that share nothing',
    traffic: [trusted(PARTNER), trusted(STRANGER)],
    advice: {
      severity: 'high',
      confidence: 'possible',
      says: [`${PARTNER}, ${STRANGER}`, 'every website'],
      actions: ['probe', 'match-origin-on-server'],
      probes: [
        'https://cors-probe.invalid',
        'null',
        'https://shop.partner.net.evil.invalid',
        'https://evilshop.partner.net',
        'https://shopxpartner.net',
        'http://shop.partner.net',
      ],
    },
  },
  {
    name: 'three of them',
    traffic: [trusted(PARTNER), trusted(STRANGER), trusted('https://third.io')],
    advice: { severity: 'high', confidence: 'likely' },
  },
  {
    name: 'one that nobody can own',
    traffic: [trusted('https://cors-probe.invalid')],
    advice: { severity: 'high', confidence: 'likely', says: ['nobody puts on a list'] },
  },
  {
    name: 'not for null, on which there is other advice',
    traffic: [trusted(OWN), trusted('null'), trusted(PARTNER)],
    advice: null,
  },
  {
    name: 'a port that nobody lists',
    traffic: [trusted('http://localhost:54321')],
    advice: { severity: 'medium', confidence: 'possible', says: ['http://localhost:54321'] },
  },
  {
    name: 'a server for development',
    traffic: [
      { ...trusted(PARTNER), url: LOCAL_API },
      { ...trusted(STRANGER), url: LOCAL_API },
    ],
    advice: { severity: 'low', confidence: 'possible' },
  },
  {
    name: 'without credentials it is as good as *',
    traffic: [
      { origin: PARTNER, response: { headers: allowing(PARTNER) } },
      { origin: STRANGER, response: { headers: allowing(STRANGER) } },
    ],
    advice: { severity: 'low', confidence: 'possible', actions: ['use-wildcard', 'match-origin-on-server'] },
  },
  {
    name: 'not one origin, which may stand in a list',
    traffic: [trusted(PARTNER), trusted(PARTNER)],
    advice: null,
  },
  {
    name: 'not the server’s own site and the developer’s computer',
    traffic: [trusted(OWN), trusted('https://www.example.com'), trusted(PAGE), trusted(PARTNER)],
    advice: null,
  },
  {
    name: 'not one site without credentials',
    traffic: [{ origin: PARTNER, response: { headers: allowing(PARTNER) } }],
    advice: null,
  },
  {
    name: 'unknown if one of the answers wasn’t shown',
    traffic: [trusted(PARTNER), { origin: STRANGER, outcome: 'pending' }],
    unknown: true,
    advice: null,
  },
];

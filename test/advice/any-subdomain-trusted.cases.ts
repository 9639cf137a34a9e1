import { allowing } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, trusted } from './origins.ts';

const SHOP = 'https://shop.example.com';
const ADMIN = 'https://admin.example.com';

export const cases: readonly AdviceCase[] = [
  {
    name: 'previews at a hosting service',
    traffic: [trusted('https://app-a-team.vercel.app'), trusted('https://app-b-team.vercel.app')],
    advice: {
      severity: 'medium',
      confidence: 'likely',
      says: ['vercel.app', 'anyone can get one'],
      actions: ['list-subdomains', 'probe-subdomain'],
      probes: ['https://cors-probe.vercel.app'],
    },
  },
  {
    name: 'subdomains of one’s own',
    traffic: [trusted(OWN), trusted(SHOP), trusted(ADMIN)],
    advice: {
      severity: 'info',
      confidence: 'possible',
      says: ['several subdomains of example.com'],
      evidence: [`${OWN}, ${SHOP}, ${ADMIN}`],
      probes: ['https://cors-probe.example.com'],
    },
  },
  {
    name: 'not the domain itself, with and without www',
    traffic: [trusted('https://example.com'), trusted('https://www.example.com'), trusted(OWN)],
    advice: null,
  },
  {
    name: 'not two of one’s own, as most owners have',
    traffic: [trusted(OWN), trusted(SHOP)],
    advice: null,
  },
  {
    name: 'not one preview',
    traffic: [trusted('https://app-a-team.vercel.app'), trusted(OWN)],
    advice: null,
  },
  {
    name: 'not without credentials',
    traffic: [
      { origin: OWN, response: { headers: allowing(OWN) } },
      { origin: SHOP, response: { headers: allowing(SHOP) } },
      { origin: ADMIN, response: { headers: allowing(ADMIN) } },
    ],
    advice: null,
  },
  {
    name: 'unknown if one of the answers wasn’t shown',
    traffic: [trusted(OWN), trusted(SHOP), { origin: ADMIN, outcome: 'pending' }],
    unknown: true,
    advice: null,
  },
];

import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, PARTNER } from './origins.ts';

export const cases: readonly AdviceCase[] = [
  {
    name: 'two origins were named',
    traffic: [
      { origin: OWN, response: { headers: allowing(OWN) } },
      { origin: PARTNER, response: { headers: allowing(PARTNER) } },
    ],
    advice: {
      severity: 'medium',
      confidence: 'certain',
      says: [`${OWN}, ${PARTNER}`],
      evidence: ['2 of the recorded responses'],
      actions: ['send-vary'],
    },
  },
  {
    name: 'one was named, and a cache keeps it',
    traffic: [{ response: { headers: allowing(PAGE, { 'Cache-Control': 'public, max-age=300' }) } }],
    advice: { severity: 'low', confidence: 'possible', evidence: ['Cache-Control', 'only one origin'] },
  },
  {
    name: 'a shared cache has it',
    traffic: [{ response: { headers: allowing(PAGE, { 'X-Cache': 'Hit from cloudfront', ETag: '"1"' }) } }],
    advice: { severity: 'medium', confidence: 'possible', evidence: ['x-cache'] },
  },
  {
    name: 'one was named, and a cache may keep it',
    traffic: [{ response: { headers: allowing(PAGE, { ETag: '"1"', Vary: 'Accept-Encoding' }) } }],
    advice: { severity: 'info', confidence: 'possible' },
  },
  {
    name: 'not with Vary',
    traffic: [
      { origin: OWN, response: { headers: allowing(OWN, { Vary: 'Accept, origin' }) } },
      { origin: PARTNER, response: { headers: allowing(PARTNER, { Vary: '*' }) } },
    ],
    advice: null,
  },
  {
    name: 'not where nothing keeps it',
    traffic: [{ response: { headers: allowing(PAGE, { 'Cache-Control': 'no-store', ETag: '"1"' }) } }],
    advice: null,
  },
  {
    name: 'not for *',
    traffic: [
      { credentials: 'omit', response: { headers: allowing('*', { 'Cache-Control': 'max-age=300' }) } },
    ],
    advice: null,
  },
  {
    name: 'not for preflights and writing, which no HTTP cache keeps',
    traffic: [
      {
        ...PUT_JSON,
        preflight: { headers: ALLOWS_PUT_JSON },
        response: { headers: allowing(PAGE, { ETag: '"1"' }) },
      },
    ],
    advice: null,
  },
  {
    name: 'unknown whether another origin would be named, or whether it is kept',
    traffic: [{ response: { headers: allowing(PAGE) } }],
    unknown: true,
    advice: null,
  },
];

import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { trusting } from './origins.ts';
import { times } from './traffic-builder.ts';

export const cases: readonly AdviceCase[] = [
  {
    name: 'a count and a link',
    traffic: [
      { response: { headers: allowing(PAGE, { 'X-Total-Count': '7' }) } },
      { response: { headers: allowing(PAGE, { 'X-Total-Count': '9', Link: '<a>; rel=next' }) } },
      { response: { headers: allowing(PAGE, { 'X-Total-Count': '8' }) } },
    ],
    advice: {
      severity: 'info',
      confidence: 'possible',
      says: ['X-Total-Count, Link'],
      actions: ['expose-headers'],
    },
  },
  {
    name: 'exposed by *, with credentials',
    traffic: times(3, {
      credentials: 'include',
      response: { headers: trusting(PAGE, { Link: '<a>', 'Access-Control-Expose-Headers': '*' }) },
    }),
    advice: { severity: 'info', confidence: 'possible', says: ['exposes headers with *'] },
  },
  {
    name: 'not for one or two responses',
    traffic: times(2, { response: { headers: allowing(PAGE, { Link: '<a>' }) } }),
    advice: null,
  },
  {
    name: 'not if they are exposed',
    traffic: times(3, {
      response: { headers: allowing(PAGE, { Link: '<a>', 'Access-Control-Expose-Headers': 'link' }) },
    }),
    advice: null,
  },
  {
    name: 'not for an image, whose headers no script reads',
    traffic: times(3, { type: 'image', response: { headers: allowing(PAGE, { Link: '<a>' }) } }),
    advice: null,
  },
  {
    name: 'unknown whether the credentials are included that * doesn’t count for',
    traffic: times(3, {
      response: { headers: trusting(PAGE, { Link: '<a>', 'Access-Control-Expose-Headers': '*' }) },
    }),
    unknown: true,
    advice: { severity: 'info', confidence: 'possible' },
  },
];

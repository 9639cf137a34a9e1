import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { trusting } from './origins.ts';

export const cases: readonly AdviceCase[] = [
  {
    name: 'a count and a link',
    traffic: [
      { response: { headers: allowing(PAGE, { 'X-Total-Count': '7' }) } },
      { response: { headers: allowing(PAGE, { 'X-Total-Count': '9', Link: '<a>; rel=next' }) } },
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
    traffic: [
      {
        credentials: 'include',
        response: { headers: trusting(PAGE, { Link: '<a>', 'Access-Control-Expose-Headers': '*' }) },
      },
    ],
    advice: { severity: 'info', confidence: 'possible', says: ['exposes headers with *'] },
  },
  {
    name: 'not if they are exposed',
    traffic: [
      { response: { headers: allowing(PAGE, { Link: '<a>', 'Access-Control-Expose-Headers': 'link' }) } },
    ],
    advice: null,
  },
  {
    name: 'not for an image, whose headers no script reads',
    traffic: [{ type: 'image', response: { headers: allowing(PAGE, { Link: '<a>' }) } }],
    advice: null,
  },
  {
    name: 'unknown whether the credentials are included that * doesn’t count for',
    traffic: [
      { response: { headers: trusting(PAGE, { Link: '<a>', 'Access-Control-Expose-Headers': '*' }) } },
    ],
    unknown: true,
    advice: { severity: 'info', confidence: 'possible' },
  },
];

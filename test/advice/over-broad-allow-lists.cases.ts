import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';

const WRITE = { ...PUT_JSON, response: { headers: allowing(PAGE) } } as const;
const READ = { headers: { 'X-Trace': '1' }, response: { headers: allowing(PAGE) } } as const;
const ALL_METHODS = allowing(PAGE, {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'X-Trace, Content-Type',
});

export const cases: readonly AdviceCase[] = [
  {
    name: 'methods and headers that browsers keep to themselves',
    traffic: [
      {
        ...WRITE,
        preflight: {
          headers: allowing(PAGE, {
            'Access-Control-Allow-Methods': 'PUT, TRACE',
            'Access-Control-Allow-Headers': 'Content-Type, Origin, Access-Control-Allow-Origin',
          }),
        },
      },
    ],
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: ['TRACE, Origin, Access-Control-Allow-Origin'],
      actions: ['trim-lists'],
    },
  },
  {
    name: 'every method where pages only read',
    traffic: [{ ...READ, preflight: { headers: ALL_METHODS } }, READ, READ],
    advice: {
      severity: 'info',
      confidence: 'possible',
      says: ['PUT, PATCH, DELETE', 'https://api.example.com/items'],
      exchanges: ['x1'],
    },
  },
  {
    name: 'not where a page read once or twice',
    traffic: [{ ...READ, preflight: { headers: ALL_METHODS } }, READ],
    advice: null,
  },
  {
    name: 'not where a page writes, too',
    traffic: [
      READ,
      READ,
      { ...READ, preflight: { headers: ALL_METHODS } },
      { ...WRITE, url: 'https://api.example.com/items?dry=1', preflight: { headers: ALL_METHODS } },
    ],
    advice: null,
  },
  {
    name: 'not a list of what is needed',
    traffic: [{ ...WRITE, preflight: { headers: ALLOWS_PUT_JSON } }],
    advice: null,
  },
  {
    name: 'unknown what a preflight would have allowed, whose answer was kept',
    traffic: [WRITE],
    unknown: true,
    advice: null,
  },
];

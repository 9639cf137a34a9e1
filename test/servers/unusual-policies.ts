import type { Policy } from '../../src/fixes/index.ts';
import { LONGEST_VALUE, MOST_VALUES } from '../../src/fixes/writable-policy.ts';

/** The most unusual policies that can still be written, each by what is unusual about it. */
export const UNUSUAL_POLICIES: Readonly<Record<string, Policy>> = {
  'nothing but an origin': aPolicy({}),
  'every letter that a value may have': aPolicy({
    origins: ['https://a-b_c~d.e0.example:65535', 'capacitor://localhost', 'http://[2001:db8::1]:8080'],
    methods: ['X-do_it.now', 'put'],
    headers: ['x-a_b.c-1', '0'],
    exposed: ['x_y.z-2'],
    maxAge: 0,
    path: '/a-b_c~d.e0/F/',
  }),
  'words that mean something to servers': aPolicy({
    origins: ['https://default', 'https://if.return.include.end', 'https://or'],
    methods: ['default', 'end', 'OPTIONS', 'None'],
    headers: ['default', 'end', 'if', 'true', 'null', '0x0', '1e3', 'no', 'vary', 'constructor'],
    exposed: ['x-set', 'return', 'yes', 'off'],
    maxAge: 31_536_000,
  }),
  'as much as there may be': aPolicy({
    origins: Array.from(
      { length: MOST_VALUES },
      (_, at) => `https://${`${at}.`.padStart(60, 'host-')}example`,
    ),
    methods: Array.from({ length: 20 }, (_, at) => `METHOD-${at}`),
    headers: Array.from({ length: MOST_VALUES }, (_, at) => `x-header-${at}`),
    exposed: Array.from({ length: MOST_VALUES }, (_, at) => `x-exposed-${at}`),
    credentials: true,
    maxAge: 600,
  }),
  'values as long as they may be': aPolicy({
    origins: [`https://${'a'.repeat(LONGEST_VALUE - 8)}`],
    methods: ['M'.repeat(LONGEST_VALUE)],
    headers: ['h'.repeat(LONGEST_VALUE)],
    exposed: ['e'.repeat(LONGEST_VALUE)],
    path: `/${'p'.repeat(LONGEST_VALUE - 2)}/`,
  }),
  'what storage and hosting can have': aPolicy({
    origins: ['https://app.example.com', 'http://localhost:3000'],
    methods: ['DELETE', 'PUT'],
    headers: ['content-type', 'x-request-id'],
    exposed: ['etag', 'x-request-id'],
    maxAge: 600,
  }),
  'the same for every origin': {
    ...aPolicy({ methods: ['PUT'], headers: ['content-type'], exposed: ['content-type'], maxAge: 600 }),
    origins: '*',
    credentials: false,
  },
  'every origin, and nothing else': {
    ...aPolicy({}),
    origins: '*',
    credentials: false,
  },
};

function aPolicy(parts: Partial<Extract<Policy, { readonly origins: readonly string[] }>>): Policy {
  return {
    origins: ['https://app.example.com'],
    credentials: false,
    methods: [],
    headers: [],
    exposed: [],
    maxAge: null,
    path: null,
    ...parts,
  };
}

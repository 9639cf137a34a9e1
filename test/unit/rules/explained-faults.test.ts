import { describe, expect, it } from 'vitest';
import type { LocatedFault } from '../../../src/fetch/evaluation.ts';
import { isExplainedBy } from '../../../src/rules/explained-faults.ts';

const origin = 'https://app.example.com';
const noOrigin: LocatedFault = {
  hop: 0,
  check: 'preflight-allow-origin',
  problem: 'missing',
  value: null,
  origin,
};
const wildcard: LocatedFault = { ...noOrigin, problem: 'wildcard-with-credentials', value: '*' };
const noCredentials: LocatedFault = { hop: 0, check: 'preflight-allow-credentials', value: null };
const wrongCredentials: LocatedFault = { ...noCredentials, value: 'True' };
const status: LocatedFault = { hop: 0, check: 'preflight-status', status: 404 };
const noMethods: LocatedFault = { hop: 0, check: 'preflight-method', method: 'PUT', allowed: [] };
const otherMethods: LocatedFault = { ...noMethods, allowed: ['GET'] };
const redirect: LocatedFault = { hop: 0, check: 'preflight-redirect', status: 302, location: '/' };
const onAnswer: LocatedFault = { hop: 0, check: 'allow-origin', problem: 'missing', value: null, origin };
const onNextHop: LocatedFault = { ...noOrigin, hop: 1 };

const table: readonly (readonly [string, LocatedFault, LocatedFault, boolean])[] = [
  ['an answer without any CORS header lacks credentials', noCredentials, noOrigin, true],
  ['… and its lists', noMethods, noOrigin, true],
  ['… and has a wrong status', status, noOrigin, true],
  ['but a list that is there is a mistake of its own', otherMethods, noOrigin, false],
  ['and so is a wrong value', wrongCredentials, noOrigin, false],
  ['a wrong status goes with missing lists', noMethods, status, true],
  ['but not with lists that are there', otherMethods, status, false],
  ['a redirect explains the whole answer', otherMethods, redirect, true],
  ['a wildcard explains missing credentials', noCredentials, wildcard, true],
  ['but not misspelt ones', wrongCredentials, wildcard, false],
  ['the same check on the answer itself is another fault', onAnswer, noOrigin, false],
  ['and so it is on the next hop', onNextHop, noOrigin, false],
];

describe('isExplainedBy', () => {
  it.each(table)('%s', (_name, fault, earlier, explained) => {
    expect(isExplainedBy(fault, earlier)).toBe(explained);
  });
});

import { describe, expect, it } from 'vitest';
import { isInnerName, isUnsetName, likelyHostName } from '../../../src/rules/likely-host-name.ts';

const table: readonly (readonly [hostname: string, likely: string | null])[] = [
  ['loclahost', 'localhost'],
  ['localhots', 'localhost'],
  ['localhos', 'localhost'],
  ['locallhost', 'localhost'],
  ['lacalhost', 'localhost'],
  ['api..example.com', 'api.example.com'],
  ['api.example.com.', 'api.example.com'],
  ['api-.example.com', 'api.example.com'],
  ['-api.example.com', 'api.example.com'],
  ['api.example.con', 'api.example.com'],
  ['example.ogr', 'example.org'],
  ['wwww.example.com', 'www.example.com'],
  ['ww.example.com', 'www.example.com'],
  // What may well be meant.
  ['localhost', null],
  ['local', null],
  ['api.example.com', null],
  ['api.example.co', null],
  ['api.example.cm', null],
  ['my-api.example.com', null],
  ['con', null],
  ['ww.com', null],
  ['--', null],
  ['', null],
];

describe('likelyHostName', () => {
  it.each(table)('%s: %s', (hostname, likely) => {
    expect(likelyHostName(hostname)).toBe(likely);
  });
});

describe('isUnsetName', () => {
  it.each(['undefined', 'null', 'undefined.example.com', 'api.undefined'])('%s', (hostname) => {
    expect(isUnsetName(hostname)).toBe(true);
  });

  it.each(['undefined-behaviour.org', 'nullable.example.com'])('not %s', (hostname) => {
    expect(isUnsetName(hostname)).toBe(false);
  });
});

describe('isInnerName', () => {
  it.each(['backend', 'host.docker.internal', 'api.default.svc.cluster.local'])('%s', (hostname) => {
    expect(isInnerName(hostname)).toBe(true);
  });

  it.each(['api.example.com', 'internal.example.com'])('not %s', (hostname) => {
    expect(isInnerName(hostname)).toBe(false);
  });
});

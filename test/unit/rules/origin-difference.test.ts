import { describe, expect, it } from 'vitest';
import { type OriginDifference, originDifference } from '../../../src/rules/origin-difference.ts';

const APP = 'https://app.example.com';
const LOCAL = 'http://localhost:5173';

const table: readonly (readonly [value: string, origin: string, difference: OriginDifference])[] = [
  ['', APP, 'empty'],
  [' \t', APP, 'empty'],
  [`${APP}, ${LOCAL}`, APP, 'list'],
  [`${APP} ${LOCAL}`, APP, 'list'],
  [`${APP};${LOCAL}`, APP, 'list'],
  ['*, *', APP, 'list'],
  ['undefined', APP, 'placeholder'],
  ['null', APP, 'placeholder'],
  ['TRUE', APP, 'placeholder'],
  ['https://*.example.com', APP, 'pattern'],
  ['*.example.com', APP, 'pattern'],
  ['^https://(a|b), c$', APP, 'pattern'],
  ['{{ origin }}', APP, 'pattern'],
  ['%ORIGIN%', APP, 'pattern'],
  ['/localhost/', LOCAL, 'not-an-origin'],
  ['app.example.com', APP, 'not-an-origin'],
  ['localhost:5173', LOCAL, 'not-an-origin'],
  ['//app.example.com', APP, 'not-an-origin'],
  ['http:/localhost:5173', LOCAL, 'not-an-origin'],
  [`'${APP}'`, APP, 'not-an-origin'],
  ['https://', APP, 'not-an-origin'],
  ['https://app.example.com:99999', APP, 'not-an-origin'],
  [`${APP}/`, APP, 'trailing-slash'],
  ['HTTPS://APP.EXAMPLE.COM/', APP, 'trailing-slash'],
  [`${APP}/index.html`, APP, 'path'],
  [`${APP}?`, APP, 'trailing-slash'],
  ['HTTPS://app.example.com', APP, 'case'],
  [`${APP}:443`, APP, 'default-port'],
  [`${APP}:`, APP, 'default-port'],
  ['http://app.example.com', APP, 'scheme'],
  ['http://app.example.com:8080', APP, 'scheme'],
  ['https://app.example.com:8443', APP, 'port'],
  ['http://localhost', LOCAL, 'port'],
  ['https://www.app.example.com', APP, 'www'],
  ['https://example.com', APP, 'www'],
  ['https://other.example.com', APP, 'www'],
  ['http://app.localhost:5173', LOCAL, 'www'],
  ['http://127.0.0.1:5173', LOCAL, 'loopback-name'],
  ['http://[::1]:3000', LOCAL, 'loopback-name'],
  ['https://example.net', APP, 'other'],
  ['http://10.0.0.1', 'http://10.0.0.2', 'other'],
  ['capacitor://localhost', LOCAL, 'other'],
];

describe('originDifference', () => {
  it.each(table)('%j for %s: %s', (value, origin, difference) => {
    expect(originDifference(value, origin)).toBe(difference);
  });
});

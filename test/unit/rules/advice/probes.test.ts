import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl } from '../../../../src/model/url.ts';
import { probesFor } from '../../../../src/rules/advice/probes.ts';

describe('the probes', () => {
  it('try each way of getting the comparison wrong', () => {
    expect(probesFor('https://app.example.com')).toEqual([
      'https://cors-probe.invalid',
      'null',
      'https://app.example.com.evil.invalid',
      'https://evilapp.example.com',
      'https://cors-probe.app.example.com',
      'https://appxexample.com',
      'http://app.example.com',
    ]);
  });

  it('keep scheme and port', () => {
    expect(probesFor('http://localhost:5173')).toEqual([
      'https://cors-probe.invalid',
      'null',
      'http://localhost.evil.invalid:5173',
      'http://evillocalhost:5173',
      'http://cors-probe.localhost:5173',
    ]);
  });

  it.each(['http://127.0.0.1:8080', 'http://[::1]:8080'])('put nothing before the address %s', (origin) => {
    for (const probe of probesFor(origin)) expect(probe).not.toMatch(/evil\d|evil\[|probe\.[\d[]/);
  });

  it.each(['null', 'chrome-extension://abc', 'no origin', ''])('are the general ones for %j', (origin) => {
    expect(probesFor(origin)).toEqual(['https://cors-probe.invalid', 'null']);
  });

  it('are never the origin itself, and always origins', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => {
        const origin = parseUrl(url)?.origin ?? url;
        for (const probe of probesFor(origin)) {
          if (probe === 'null') continue;
          expect(probe).not.toBe(origin);
          expect(probe).toMatch(/^https?:\/\/[^/\s'"`$]+$/);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exported } from '../../../../src/panel/export-in-steps.ts';
import { NOT_CHOSEN } from '../../../../src/panel/state/exporting.ts';
import { beginningOf, EXPORT_FORMATS, formatOf, toExport } from '../../../../src/panel/view-models/export.ts';
import { FORMATS } from '../../../../src/report/index.ts';

const EXPORTED: Exported = {
  format: 'json',
  fileName: '',
  mediaType: '',
  parts: [],
  bytes: 1,
  requests: 1,
  aliases: [],
  warnings: [],
};

const COUNTS = { failing: 2, selected: 1, all: 5 };

describe('the formats', () => {
  it('are all offered', () => {
    expect(new Set(EXPORT_FORMATS)).toEqual(new Set(Object.keys(FORMATS)));
  });

  it('of another version are Markdown', () => {
    expect(formatOf('json')).toBe('json');
    expect(formatOf('carrier-pigeon')).toBe('markdown');
  });
});

describe('toExport', () => {
  it('has a choice for each scope, with how many there are', () => {
    const { scopes } = toExport(NOT_CHOSEN, 'markdown', { ...COUNTS, selected: 0 }, { is: 'idle' });
    expect(scopes.map(({ label, isChosen, isPossible }) => [label, isChosen, isPossible])).toEqual([
      ['Blocked and failed (2)', true, true],
      ['Selected (0)', false, false],
      ['All (5)', false, true],
    ]);
  });

  it('offers to be complete where the format has two lengths', () => {
    const choices = { ...NOT_CHOSEN, isComplete: true };
    expect(toExport(choices, 'markdown', COUNTS, { is: 'idle' }).complete).toMatchObject({ isOn: true });
    expect(toExport(choices, 'json', COUNTS, { is: 'idle' }).complete).toMatchObject({
      isOn: false,
      isPossible: false,
    });
  });

  it.each([
    { bytes: 0, size: '0.1 kB' },
    { bytes: 3_240, size: '3.2 kB' },
    { bytes: 999_499, size: '999 kB' },
    { bytes: 999_500, size: '1 MB' },
    { bytes: 31_400_000, size: '31 MB' },
  ])('says $size of $bytes bytes', ({ bytes, size }) => {
    const exported = { ...EXPORTED, bytes };
    const { preview } = toExport(NOT_CHOSEN, 'json', COUNTS, { is: 'done', exported });
    expect(preview).toMatchObject({ size, requests: '1 request', isOld: false });
  });

  it('says how far it is, with a bar where that is known', () => {
    const working = (stage: 'explaining' | 'writing', total: number | null) =>
      toExport(NOT_CHOSEN, 'json', COUNTS, {
        is: 'working',
        before: null,
        progress: { stage, done: 1_200, total },
      }).progress;
    expect(working('explaining', 4_800)).toEqual({ label: 'Explaining 1,200 of 4,800', part: 0.25 });
    expect(working('writing', null)).toEqual({ label: 'Writing…', part: null });
  });
});

describe('what is shown of a report besides its text', () => {
  const previewOf = (change: Partial<Exported>) =>
    toExport(NOT_CHOSEN, 'json', COUNTS, { is: 'done', exported: { ...EXPORTED, ...change } }).preview;

  it('is what still looks like a secret, each value once', () => {
    const warning = (index: number) => ({
      what: 'token' as const,
      exchange: `${index}`,
      at: `exchanges.${index}.hops.0.response.headers.X-Key`,
      excerpt: 'eyJh… (812 characters)',
    });
    expect(previewOf({ warnings: [warning(0), warning(7)] })?.warnings).toMatchObject({
      title: '1 value still looks like a secret',
      lines: [{ what: 'A token or key', excerpt: 'eyJh… (812 characters)', field: 'response.headers.X-Key' }],
    });
    expect(previewOf({})?.warnings).toBeNull();
  });

  it('is what was replaced', () => {
    const aliases = [{ from: 'api.acme.com', to: 'api-1.example', kind: 'host' as const }];
    expect(previewOf({ aliases })?.aliases).toMatchObject({ title: '1 name was replaced', lines: aliases });
    expect(previewOf({})?.aliases).toBeNull();
  });
});

describe('beginningOf', () => {
  it('is the beginning, and says how much is left, whatever the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.nat(60), (parts, limit) => {
        const whole = parts.join('');
        const { text, rest } = beginningOf(parts, limit);
        expect(whole.startsWith(text)).toBe(true);
        expect(text.length + rest).toBe(whole.length);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(whole.length <= limit || text.length >= limit - 1).toBe(true);
      }),
    );
  });

  it('cuts no character in two', () => {
    expect(beginningOf(['ab\u{1F600}'], 3)).toEqual({ text: 'ab', rest: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import { toAnswerer } from '../../../../src/panel/view-models/answerer.ts';
import { toNextFailures, toNotes } from '../../../../src/panel/view-models/findings.ts';
import { toSureness } from '../../../../src/panel/view-models/sureness.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const diagnosisOf = (name: ExchangeName) => diagnose(anExchange({ ...DESCRIPTIONS[name], id: name }));

describe('what fails after the fix', () => {
  it('is everything but the cause, with the page about each', () => {
    const diagnosis = diagnosisOf('manyFailures');
    const next = toNextFailures(diagnosis, true);
    expect(next?.findings.map(({ key }) => key)).toEqual(
      diagnosis.findings.map(({ rule }) => rule).filter((rule) => rule !== diagnosis.lead.rule),
    );
    expect(next?.findings.length).toBeGreaterThan(1);
    expect(next?.findings[0]?.page).toBe('/causes/allow-credentials-missing.html');
  });

  it.each([true, false])('is said to be covered only if that is proven (%s)', (isProven) => {
    expect(toNextFailures(diagnosisOf('manyFailures'), isProven)?.areCovered).toBe(isProven);
  });

  it.each<ExchangeName>(['serverError', 'refused', 'allowed'])('is nothing for %s', (name) => {
    expect(toNextFailures(diagnosisOf(name), true)).toBeNull();
  });
});

describe('notes', () => {
  it('have all that the rules say, in their order', () => {
    const diagnosis = diagnosisOf('serverError');
    expect(diagnosis.notes.length).toBeGreaterThan(0);
    expect(toNotes(diagnosis).map(({ key }) => key)).toEqual(diagnosis.notes.map(({ rule }) => rule));
  });
});

describe('how sure it is', () => {
  const [evidence] = [diagnosisOf('serverError').lead.evidence];

  it.each([
    ['certain', 'Certain', true],
    ['likely', 'Likely', false],
    ['possible', 'Possible', false],
  ] as const)('%s', (confidence, word, isSure) => {
    const sureness = toSureness({ confidence, evidence });
    expect(sureness).toMatchObject({ word, isSure });
    expect(sureness.why.map(({ text }) => text).join('')).toContain('500');
  });
});

describe('who answered', () => {
  const statement = { rule: 'someone', key: 'words', data: {} };
  const answerer = { platforms: ['nginx'], maker: null, statement } as const;

  it('is nobody where the answer doesn’t tell', () => expect(toAnswerer(null, true)).toBeNull());

  it('is of no use where nothing is wrong, unless something else answered for the application', () => {
    expect(toAnswerer({ ...answerer, evidence: [] }, false)).toBeNull();
    const maker = { platform: 'nginx', confidence: 'likely' } as const;
    expect(toAnswerer({ ...answerer, maker, evidence: [] }, false)).not.toBeNull();
  });

  it('shows the header lines, few of them and short', () => {
    const evidence = Array.from({ length: 9 }, (_, index) => [`X-${index}`, 'v'.repeat(500)] as const);
    const shown = toAnswerer({ ...answerer, evidence }, true);
    expect(shown?.lines).toHaveLength(5);
    expect(shown?.lines.every((line) => line.length === 120)).toBe(true);
    expect(toAnswerer({ ...answerer, evidence: [['Server', 'nginx']] }, true)?.lines).toEqual([
      'Server: nginx',
    ]);
  });
});

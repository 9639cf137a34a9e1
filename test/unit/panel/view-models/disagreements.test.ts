import { describe, expect, it } from 'vitest';
import { toBadges } from '../../../../src/panel/view-models/badges.ts';
import { toBrowsers } from '../../../../src/panel/view-models/browsers.ts';
import { toDisagreements } from '../../../../src/panel/view-models/disagreements.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const elsewhere = anExchange(DESCRIPTIONS.failsElsewhere);

describe('toDisagreements', () => {
  it('gives a line for each browser that decides otherwise, with its reason', () => {
    const [line, ...others] = toDisagreements(diagnose(elsewhere));
    expect(others).toEqual([]);
    expect(line?.headline).toEqual([{ text: 'Passes in Chrome, fails in Firefox.', code: false }]);
    expect(line?.reasons[0]).toContainEqual({ text: 'null', code: true });
  });

  it('gives none where all agree', () => {
    expect(toDisagreements(diagnose(anExchange({ response: {}, outcome: 'blocked' })))).toEqual([]);
  });
});

it('no badge says that browsers agree where one decides otherwise, or where it can’t be told', () => {
  const texts = toBadges(elsewhere, diagnose(elsewhere)).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('Same in'))).toEqual([]);
});

it('Safari’s opinion is marked as its source’s', () => {
  const safari = toBrowsers(diagnose(elsewhere)).find(({ name }) => name === 'Safari');
  expect(safari?.basis).toBe('by WebKit’s source, not measured');
});

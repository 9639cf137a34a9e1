import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../../src/rules/advice/advice.ts';
import { ADVICE_PLACEHOLDERS } from '../../../../src/rules/advice/advise-on.ts';
import { ADVICE } from '../../../../src/rules/advice/index.ts';
import { WORDS } from '../../../../src/rules/catalogue.ts';
import type { Message } from '../../../../src/rules/diagnosis.ts';
import { adviseOn, renderMessage } from '../../../../src/rules/index.ts';
import { NOTES } from '../../../../src/rules/notes/index.ts';
import { RANKING } from '../../../../src/rules/ranking.ts';
import { placeholdersOf, templateOf } from '../../../../src/rules/render-message.ts';
import { ALL_CASES } from '../../../advice/all-cases.ts';
import { aTraffic } from '../../../advice/traffic-builder.ts';

const advice: readonly Advice[] = ALL_CASES.flatMap(([, { traffic }]) => adviseOn(aTraffic(traffic)));
const common: ReadonlySet<string> = new Set(ADVICE_PLACEHOLDERS);
const rules = ADVICE.map((rule) => [rule.id, rule] as const);

it('no piece of advice has the id of another rule, whose words it would take', () => {
  const ids = [...RANKING, ...NOTES, ...ADVICE].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const { id, words } of ADVICE) expect(WORDS.get(id)).toBe(words);
});

describe('the templates of', () => {
  it.each(rules)('%s are all used by some case', (id, { words }) => {
    const used = new Set(given(id).flatMap((each) => messagesOf(each).map(({ key }) => key)));
    expect(Object.keys(words).filter((key) => !used.has(key))).toEqual([]);
  });

  it.each(rules)('%s have closed code spans and no typewriter apostrophes', (_id, { words }) => {
    for (const template of Object.values(words)) {
      expect(template.split('`').length % 2, template).toBe(1);
      const running = template.split('`').filter((_, index) => index % 2 === 0);
      expect(running.join('…')).not.toMatch(/'|\.\.\.| {2}/);
    }
  });

  it.each(rules)('%s get all of their values, and no others', (id) => {
    for (const { title, headline, explanation, evidence, actions } of given(id)) {
      const texts = [title, headline, explanation, evidence];
      expectValues(headline.data, new Set(texts.flatMap((text) => [...placeholdersOf(templateOf(text))])));
      for (const action of actions) {
        expectValues(action.data, placeholdersOf(templateOf(actionMessage(id, action.id))));
      }
    }
  });

  it.each(rules)('%s make whole sentences, a short title, and links', (id) => {
    for (const each of given(id)) {
      for (const message of messagesOf(each)) {
        expect(renderMessage(message)).not.toMatch(/^\S+: action-/);
        expect(placeholdersOf(renderMessage(message)).size).toBe(0);
      }
      expect(renderMessage(each.title).length).toBeLessThan(80);
      for (const sentence of [each.headline, each.evidence])
        expect(renderMessage(sentence)).toMatch(/^\S.*\.$/s);
      expect(each.links.length).toBeGreaterThan(0);
      for (const { url } of each.links) expect(url).toMatch(/^https:\/\//);
    }
  });
});

function given(id: string): readonly Advice[] {
  return advice.filter(({ rule }) => rule === id);
}

function expectValues(data: Message['data'], wanted: ReadonlySet<string>): void {
  const names = Object.keys(data);
  expect([...wanted].filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !wanted.has(name) && !common.has(name))).toEqual([]);
}

function messagesOf({ rule, title, headline, explanation, evidence, actions }: Advice): readonly Message[] {
  const words = actions.map(({ id, data }) => ({ ...actionMessage(rule, id), data }));
  return [title, headline, explanation, evidence, ...words];
}

function actionMessage(rule: string, action: string): Message {
  return { rule, key: `action-${action}`, data: {} };
}

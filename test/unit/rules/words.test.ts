import { describe, expect, it } from 'vitest';
import { ACTION_WORDS } from '../../../src/rules/action-words.ts';
import { COMMON_PLACEHOLDERS } from '../../../src/rules/common-data.ts';
import type { Finding, Message } from '../../../src/rules/diagnosis.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { NOTES } from '../../../src/rules/notes/index.ts';
import { RANKING } from '../../../src/rules/ranking.ts';
import { placeholdersOf, templateOf } from '../../../src/rules/render-message.ts';
import { ALL_CASES, historyOf } from '../../rules/all-cases.ts';
import { anExchange } from '../../rules/exchange-builder.ts';

const diagnoses = ALL_CASES.map(([, each]) => diagnose(anExchange(each.exchange), historyOf(each)));
const findings: readonly Finding[] = diagnoses.flatMap(({ lead, cause, findings, notes }) => [
  ...(cause === null ? [lead] : []),
  ...findings,
  ...notes,
]);
/** What would settle an open question has its words with the rule about it. */
const settling = diagnoses.flatMap(({ settledBy }) => settledBy.map(({ id }) => `action-${id}`));
const common: ReadonlySet<string> = new Set(COMMON_PLACEHOLDERS);

describe('the templates of', () => {
  const rules = [...RANKING, ...NOTES].map((rule) => [rule.id, rule] as const);

  it.each(rules)('%s are all used by some case', (id, rule) => {
    const used = new Set(findings.filter((finding) => finding.rule === id).flatMap(keysOf));
    if (id === 'credentials-unknown') for (const key of settling) used.add(key);
    const given = Object.keys(rule.words);
    // No exchange that is known gets the last resort's own words; `diagnose.test.ts` holds them.
    const reserved = id === 'blocked-unexplained' ? ['title', 'headline', 'explanation', 'evidence'] : [];
    expect(given.filter((key) => !used.has(key))).toEqual(reserved);
  });

  it.each(rules)('%s have closed code spans and no typewriter apostrophes', (_id, rule) => {
    for (const template of Object.values(rule.words)) {
      expect(template.split('`').length % 2, template).toBe(1);
      const running = template.split('`').filter((_, index) => index % 2 === 0);
      expect(running.join('…')).not.toMatch(/'|\.\.\.| {2}/);
    }
  });

  it.each(rules)('%s get all of their values, and no others', (id) => {
    for (const finding of findings.filter(({ rule }) => rule === id)) {
      const texts = [finding.title, finding.headline, finding.explanation, finding.evidence];
      const wanted = new Set(texts.flatMap((message) => [...placeholdersOf(templateOf(message))]));
      const given = new Set(Object.keys(finding.headline.data));
      expect([...wanted].filter((name) => !given.has(name))).toEqual([]);
      expect([...given].filter((name) => !wanted.has(name) && !common.has(name))).toEqual([]);
    }
  });

  it.each(rules)('%s: so do those of their actions', (id) => {
    for (const { actions, rule } of findings.filter((finding) => finding.rule === id)) {
      for (const action of actions) {
        const wanted = placeholdersOf(templateOf(messageOf(rule, action.id)));
        const given = Object.keys(action.data);
        expect([...wanted].filter((name) => !given.includes(name))).toEqual([]);
        expect(given.filter((name) => !wanted.has(name) && !common.has(name))).toEqual([]);
      }
    }
  });
});

describe('the words of shared actions', () => {
  const proposed = new Set(findings.flatMap(({ actions }) => actions.map(({ id }) => `action-${id}`)));
  // Added by `diagnose` itself.
  proposed.add('action-allow-credentials-if-sent');
  proposed.add('action-headers-belong-to-app');

  it.each(Object.keys(ACTION_WORDS))('%s are used', (key) => {
    expect(proposed.has(key)).toBe(true);
  });
});

function keysOf({ title, headline, explanation, evidence, actions }: Finding): readonly string[] {
  return [title.key, headline.key, explanation.key, evidence.key, ...actions.map(({ id }) => `action-${id}`)];
}

function messageOf(rule: string, action: string): Message {
  return { rule, key: `action-${action}`, data: {} };
}

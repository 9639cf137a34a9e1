import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/fixes/index.ts';
import { isEmptyFix } from '../../../src/model/fix.ts';
import type { Message } from '../../../src/rules/diagnosis.ts';
import { diagnose, renderMessage } from '../../../src/rules/index.ts';
import { NOTES } from '../../../src/rules/notes/index.ts';
import { RANKING } from '../../../src/rules/ranking.ts';
import { ALL_CASES, historyOf, TABLES } from '../../rules/all-cases.ts';
import { anExchange } from '../../rules/exchange-builder.ts';
import { lesserFixes } from '../../rules/lesser-fixes.ts';
import type { RuleCase } from '../../rules/rule-case.ts';

const NOTE_IDS: ReadonlySet<string> = new Set(NOTES.map(({ id }) => id));

describe('every rule has its cases', () => {
  it('and every table its rule', () => {
    expect(TABLES.map(([id]) => id).sort()).toEqual([...RANKING, ...NOTES].map(({ id }) => id).sort());
  });

  it.each(TABLES)(
    '%s: one in which it speaks, a near miss, and one in which nobody can tell',
    (id, cases) => {
      const speaks = ({ cause, notes }: RuleCase) =>
        NOTE_IDS.has(id) ? (notes?.includes(id) ?? false) : cause === id;
      expect(cases.some((each) => speaks(each) && each.unknown === undefined)).toBe(true);
      expect(cases.some((each) => !speaks(each) && each.unknown === undefined)).toBe(true);
      expect(cases.some((each) => each.unknown === true)).toBe(true);
    },
  );
});

describe.each(TABLES)('%s', (id, cases) => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_name, expected) => {
    const exchange = anExchange(expected.exchange);
    const diagnosis = diagnose(exchange, historyOf(expected));
    expect(diagnosis.lead.rule).toBe(expected.cause);
    if (expected.unknown === true && expected.cause === id)
      expect(diagnosis.lead.confidence).not.toBe('certain');
    expect(diagnosis.verdict).toBe(expected.verdict);
    expect(diagnosis.headline.data).toMatchObject(expected.data ?? {});
    const headline = renderMessage(diagnosis.headline);
    for (const words of expected.says ?? []) expect(headline).toContain(words);
    if (expected.actions !== undefined) {
      expect(diagnosis.lead.actions.map(({ id }) => id)).toEqual(expected.actions);
    }
    if (expected.settledBy !== undefined) {
      expect(diagnosis.settledBy.map(({ id }) => id)).toEqual(expected.settledBy);
    }
    if (expected.next !== undefined) {
      expect(diagnosis.findings.slice(1).map(({ rule }) => rule)).toEqual(expected.next);
    }
    if (expected.notes !== undefined) {
      expect(diagnosis.notes.map(({ rule }) => rule)).toEqual(expected.notes);
    }
  });
});

describe('the words of every case', () => {
  it.each(ALL_CASES)('%s', (_name, expected) => {
    const { lead, findings, notes, fix } = diagnose(anExchange(expected.exchange), historyOf(expected));
    for (const { rule, title, headline, explanation, evidence, actions, links } of [
      lead,
      ...findings,
      ...notes,
    ]) {
      const messages: Message[] = [title, headline, explanation, evidence];
      messages.push(...actions.map(({ id, data }): Message => ({ rule, key: `action-${id}`, data })));
      for (const message of messages)
        expect(renderMessage(message)).not.toMatch(/\{[a-zA-Z]+\}|^\S+: action-/);
      expect(renderMessage(title).length).toBeLessThan(80);
      expect(renderMessage(headline)).toMatch(/^[\S].*[.]$/s);
      expect(links.length).toBeGreaterThan(0);
      for (const { url } of links) expect(url).toMatch(/^https:\/\//);
    }
    for (const { id, data } of fix.actions) {
      expect(renderMessage({ rule: lead.rule, key: `action-${id}`, data })).not.toMatch(
        /\{[a-zA-Z]+\}|: action-/,
      );
    }
  });
});

describe('the fix of every case', () => {
  it.each(ALL_CASES)('%s', (_name, expected) => {
    const exchange = anExchange(expected.exchange);
    const { fix, verdict } = diagnose(exchange, historyOf(expected));
    const isEmpty = isEmptyFix(fix);
    expect(isEmpty).toBe(!(expected.fixable ?? verdict === 'blocked'));
    if (isEmpty) return;
    expect(diagnose(applyFix(exchange, fix)).verdict).toBe('allowed');
    for (const lesser of lesserFixes(fix)) {
      expect(diagnose(applyFix(exchange, lesser)).verdict, JSON.stringify(lesser)).toBe('blocked');
    }
  });
});

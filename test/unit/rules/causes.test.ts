import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/fixes/index.ts';
import { CAUSES } from '../../../src/rules/causes/index.ts';
import type { Message } from '../../../src/rules/diagnosis.ts';
import { diagnose, renderMessage } from '../../../src/rules/index.ts';
import { ALL_CASES, historyOf, TABLES } from '../../rules/all-cases.ts';
import { anExchange } from '../../rules/exchange-builder.ts';
import { lesserFixes } from '../../rules/lesser-fixes.ts';

describe('every cause has its cases', () => {
  it('and every table its cause', () => {
    expect(TABLES.map(([id]) => id).sort()).toEqual(CAUSES.map(({ id }) => id).sort());
  });

  it.each(TABLES)('%s leads in at least one of its own', (id, cases) => {
    expect(cases.some(({ cause }) => cause === id)).toBe(true);
  });
});

describe.each(TABLES)('%s', (_id, cases) => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_name, expected) => {
    const exchange = anExchange(expected.exchange);
    const diagnosis = diagnose(exchange, historyOf(expected));
    expect(diagnosis.cause?.rule).toBe(expected.cause);
    expect(diagnosis.verdict).toBe(expected.verdict);
    expect(diagnosis.headline.data).toMatchObject(expected.data ?? {});
    const headline = renderMessage(diagnosis.headline);
    for (const words of expected.says ?? []) expect(headline).toContain(words);
    if (expected.actions !== undefined) {
      expect(diagnosis.cause?.actions.map(({ id }) => id)).toEqual(expected.actions);
    }
    if (expected.settledBy !== undefined) {
      expect(diagnosis.settledBy.map(({ id }) => id)).toEqual(expected.settledBy);
    }
    if (expected.next !== undefined) {
      expect(diagnosis.findings.slice(1).map(({ rule }) => rule)).toEqual(expected.next);
    }
  });
});

describe('the words of every case', () => {
  it.each(ALL_CASES)('%s', (_name, expected) => {
    const { findings, fix, cause } = diagnose(anExchange(expected.exchange), historyOf(expected));
    for (const { rule, title, headline, explanation, actions, links } of findings) {
      const messages: Message[] = [title, headline, explanation];
      messages.push(...actions.map(({ id, data }): Message => ({ rule, key: `action-${id}`, data })));
      for (const message of messages)
        expect(renderMessage(message)).not.toMatch(/\{[a-zA-Z]+\}|^\S+: action-/);
      expect(renderMessage(title).length).toBeLessThan(60);
      expect(renderMessage(headline)).toMatch(/^[\S].*[.]$/s);
      expect(links.length).toBeGreaterThan(0);
      for (const { url } of links) expect(url).toMatch(/^https:\/\//);
    }
    for (const { id, data } of fix.actions) {
      expect(renderMessage({ rule: cause?.rule ?? '', key: `action-${id}`, data })).not.toMatch(
        /\{[a-zA-Z]+\}|: action-/,
      );
    }
  });
});

describe('the fix of every case', () => {
  it.each(ALL_CASES)('%s', (_name, expected) => {
    const exchange = anExchange(expected.exchange);
    const { fix, verdict } = diagnose(exchange, historyOf(expected));
    const isEmpty = fix.changes.length === 0 && fix.statuses.length === 0;
    expect(isEmpty).toBe(!(expected.fixable ?? verdict === 'blocked'));
    if (isEmpty) return;
    expect(diagnose(applyFix(exchange, fix)).verdict).toBe('allowed');
    for (const lesser of lesserFixes(fix)) {
      expect(diagnose(applyFix(exchange, lesser)).verdict, JSON.stringify(lesser)).toBe('blocked');
    }
  });
});

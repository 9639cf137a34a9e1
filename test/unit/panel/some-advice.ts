import type { Advice } from '../../../src/rules/advice/advice.ts';
import type { Message } from '../../../src/rules/diagnosis.ts';

export const TARGET = 'https://api.example.com';

/** A piece of advice whose words are their keys. */
export function someAdvice(more: Partial<Advice> = {}): Advice {
  const rule = more.rule ?? 'some-rule';
  const message = (key: string): Message => ({ rule, key, data: {} });
  return {
    rule,
    topic: 'security',
    target: TARGET,
    severity: 'medium',
    confidence: 'likely',
    title: message('title'),
    headline: message('headline'),
    explanation: message('explanation'),
    evidence: message('evidence'),
    actions: [],
    links: [],
    exchanges: ['x1'],
    ...more,
  };
}

import type { AdviceRule } from '../../../src/rules/advice/advice.ts';
import { ADVICE } from '../../../src/rules/advice/index.ts';
import { renderMessage } from '../../../src/rules/index.ts';
import { NOTES } from '../../../src/rules/notes/index.ts';
import { OUTCOMES } from '../../../src/rules/outcomes/index.ts';
import { RANKING } from '../../../src/rules/ranking.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { adviceExampleOf } from '../advice-example.ts';
import { messageLines } from '../example-messages.ts';
import { exampleOf, lookalikesOf } from '../rule-example.ts';
import { type IndexGroup, IndexPage } from './index-page.tsx';
import { toFile } from './page.tsx';
import { RulePage, type RulePageContent } from './rule-page.tsx';

/** Every page that is shipped with the extension, by its file's name: one for each rule, and the list of them. */
export function allPages(): ReadonlyMap<string, string> {
  const contents = new Map([
    ...[...RANKING, ...NOTES].map((rule) => [rule.id, contentOf(rule)] as const),
    ...ADVICE.map((rule) => [rule.id, adviceContentOf(rule)] as const),
  ]);
  return new Map([
    ['index.html', toFile(<IndexPage groups={groupsOf(contents)} />)],
    ...[...contents].map(([id, content]) => [`${id}.html`, toFile(<RulePage content={content} />)] as const),
  ]);
}

function contentOf(rule: Rule): RulePageContent {
  const { exchange, finding, actions, remedy } = exampleOf(rule.id);
  return {
    kind: kindOf(rule),
    words: finding,
    messages: messageLines(exchange),
    remedy,
    actions,
    lookalikes: lookalikesOf(rule.id).map((id) => ({ id, title: titleOf(id) })),
    links: rule.links,
  };
}

function adviceContentOf({ id, topic, links }: AdviceRule): RulePageContent {
  const { advice, exchanges } = adviceExampleOf(id);
  return {
    kind: TOPICS[topic],
    words: advice,
    messages: exchanges.flatMap((exchange) => messageLines(exchange)),
    remedy: null,
    actions: advice.actions.map(({ id: action, data }) => ({ rule: id, key: `action-${action}`, data })),
    lookalikes: [],
    links,
  };
}

function groupsOf(contents: ReadonlyMap<string, RulePageContent>): readonly IndexGroup[] {
  return GROUPS.map(({ kind, heading, about }) => ({
    heading,
    about,
    entries: [...contents]
      .filter(([, content]) => content.kind === kind)
      .map(([id, { words }]) => ({ id, title: renderMessage(words.title) })),
  }));
}

function titleOf(id: string): string {
  return renderMessage(exampleOf(id).finding.title);
}

const CAUSE = 'Cause';
const OUTCOME = 'Outcome';
const NOTE = 'Good to know';
const TOPICS: Readonly<Record<AdviceRule['topic'], string>> = {
  security: 'Advice on security',
  speed: 'Advice on speed',
  hygiene: 'Advice on tidiness',
};

const GROUPS = [
  {
    kind: CAUSE,
    heading: 'Causes',
    about: 'What can be wrong. Where several of them apply, the one further up is told first.',
  },
  {
    kind: OUTCOME,
    heading: 'Outcomes',
    about: 'How a request ended where nothing is wrong, or nobody can tell.',
  },
  { kind: NOTE, heading: NOTE, about: 'What is told besides the cause.' },
  {
    kind: TOPICS.security,
    heading: TOPICS.security,
    about: 'Of servers whose responses pass: what opens more than it should.',
  },
  { kind: TOPICS.speed, heading: TOPICS.speed, about: 'Of servers whose responses pass: what costs time.' },
  {
    kind: TOPICS.hygiene,
    heading: TOPICS.hygiene,
    about: 'Of servers whose responses pass: what does nothing, or not what it seems to.',
  },
];

function kindOf(rule: Rule): string {
  if (NOTES.includes(rule)) return NOTE;
  return OUTCOMES.includes(rule) || rule.severity === 'info' ? OUTCOME : CAUSE;
}

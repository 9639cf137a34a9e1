import type { Finding, Link, Message } from '../../../src/rules/diagnosis.ts';
import { renderMessage } from '../../../src/rules/index.ts';
import type { Remedy } from '../rule-example.ts';
import { Lines, Page, Words } from './page.tsx';

/** What a page tells, whether it is about a cause, a note or a piece of advice. */
export interface RulePageContent {
  readonly kind: string;
  readonly words: Pick<Finding, 'title' | 'headline' | 'explanation' | 'evidence' | 'confidence'>;
  /** What was asked and answered, line by line. */
  readonly messages: readonly string[];
  readonly remedy: Remedy | null;
  readonly actions: readonly Message[];
  /** Pages about what looks alike. */
  readonly lookalikes: readonly { readonly id: string; readonly title: string }[];
  readonly links: readonly Link[];
}

/** A page about one rule, with an example. */
export function RulePage({ content }: { readonly content: RulePageContent }) {
  const { kind, words, messages, remedy, actions, lookalikes, links } = content;
  return (
    <Page title={renderMessage(words.title)}>
      <p class="kind">{kind}</p>
      <h1>
        <Words messages={[words.title]} />
      </h1>
      <p class="headline">
        <Words messages={[words.headline]} />
      </p>
      <p>
        <Words messages={[words.explanation]} />
      </p>
      {(actions.length > 0 || remedy !== null) && <h2>What to do</h2>}
      {actions.length > 0 && (
        <ul>
          {actions.map((action) => (
            <li>
              <Words messages={[action]} />
            </li>
          ))}
        </ul>
      )}
      {remedy !== null && (
        <>
          <p>{introductionOf(actions)}</p>
          <Lines lines={remedy.lines} diff />
        </>
      )}
      <h2>What shows it</h2>
      <p>
        <Words messages={[words.evidence]} /> {SURENESS[words.confidence]}
      </p>
      <h2>Example</h2>
      <Lines lines={messages} />
      {lookalikes.length > 0 && (
        <>
          <h2>What looks alike</h2>
          <ul>
            {lookalikes.map(({ id, title }) => (
              <li>
                <a href={`${id}.html`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Read more</h2>
      <ul>
        {links.map(({ label, url }) => (
          <li>
            <a href={url} rel="noreferrer">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** The change is tried on the example; where its answer isn't the server's own, another one needs it. */
function introductionOf(actions: readonly Message[]): string {
  return actions.some(({ key }) => key === 'action-headers-belong-to-app')
    ? 'The answer of your own server needs:'
    : 'In the example below, this change is enough:';
}

const SURENESS: Readonly<Record<Finding['confidence'], string>> = {
  certain: 'That makes it certain.',
  likely: 'That makes it likely.',
  possible: 'That makes it possible.',
};

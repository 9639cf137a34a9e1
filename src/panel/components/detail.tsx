import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { AdviceMentionVM } from '../view-models/advice.ts';
import type { DetailVM } from '../view-models/detail.ts';
import type { OpenSource } from '../view-models/started-by.ts';
import { AdviceMentions } from './advice-mentions.tsx';
import { Branches } from './branches.tsx';
import { BrowserOpinions } from './browser-opinions.tsx';
import { Comparison } from './comparison.tsx';
import { Disagreements } from './disagreements.tsx';
import { NextFailures, Notes, ReadableHeaders } from './findings.tsx';
import { HowSure, WhoAnswered } from './grounds.tsx';
import { WhatToChange } from './header-diff.tsx';
import { Icon, VerdictIcon } from './icons.tsx';
import { Links } from './links.tsx';
import { Preflights } from './preflights.tsx';
import { Proof } from './proof.tsx';
import { RawHeaders } from './raw-headers.tsx';
import { RichText } from './rich-text.tsx';
import { SequenceDiagram } from './sequence-diagram.tsx';
import { StartedBy } from './started-by.tsx';
import { Timing } from './timing.tsx';
import { WhatIfButton } from './what-if-button.tsx';

interface Props {
  readonly detail: DetailVM;
  /** What the exchange shows that could be better. */
  readonly advice: readonly AdviceMentionVM[];
  /** Present where the detail has taken the list's place. */
  readonly onBack?: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSelect: (exchangeId: string) => void;
  readonly onAdvice: (key: string) => void;
  readonly onWhatIf: () => void;
  /** Null where DevTools can't be asked to show a script. */
  readonly onSource: OpenSource | null;
  /** What is looked for in the headers. */
  readonly headerQuery: string;
  readonly onHeaderQuery: (text: string) => void;
}

/** The explanation of one exchange: cause, picture, change, proof. */
export function Detail(props: Props) {
  const { detail, advice, onBack, onCopy, onSelect, onAdvice, onWhatIf, onSource } = props;
  const scroller = useRef<HTMLElement>(null);
  // Another exchange is read from its top; the same one stays where it is when it changes.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [detail.id]);
  const tookListsPlace = onBack !== undefined;
  useEffect(() => {
    if (tookListsPlace) scroller.current?.focus();
  }, [tookListsPlace]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keyboard.
    <article class="detail" ref={scroller} tabIndex={0} aria-label={strings.detail.label}>
      {onBack && (
        <button type="button" class="button back" onClick={onBack}>
          <Icon name="back" />
          {strings.detail.back}
        </button>
      )}
      <WhatIfButton onWhatIf={onWhatIf} />
      <Headline detail={detail} onSource={onSource} />
      <SequenceDiagram diagram={detail.diagram} />
      <Comparison comparison={detail.comparison} />
      <WhatToChange diff={detail.diff} actions={detail.actions} onCopy={onCopy} />
      <NextFailures next={detail.nextFailures} />
      <Notes notes={detail.notes} />
      <ReadableHeaders readable={detail.readable} />
      <AdviceMentions advice={advice} onAdvice={onAdvice} />
      <Branches branches={detail.branches} onCopy={onCopy} />
      <HowSure sureness={detail.sureness} />
      <WhoAnswered answerer={detail.answerer} />
      <Proof proof={detail.proof} kind={detail.kind} />
      <Preflights preflights={detail.preflights} onSelect={onSelect} />
      <BrowserOpinions browsers={detail.browsers} />
      <Timing timing={detail.timing} />
      <RawHeaders
        messages={detail.messages}
        query={props.headerQuery}
        onQuery={props.onHeaderQuery}
        onCopy={onCopy}
      />
      <Links about={strings.links.aboutCause} page={detail.page} links={detail.links} />
    </article>
  );
}

function Headline({ detail, onSource }: Pick<Props, 'detail' | 'onSource'>) {
  return (
    <header class="headline">
      <h2>
        <VerdictIcon kind={detail.kind} large />
        <span>
          <RichText parts={detail.headline} />
        </span>
      </h2>
      <p class="request-line">
        <code>
          {detail.method} {detail.url}
        </code>
      </p>
      <StartedBy startedBy={detail.startedBy} onSource={onSource} />
      {detail.explanation.length > 0 && (
        <p class="explanation">
          <RichText parts={detail.explanation} />
        </p>
      )}
      <Disagreements disagreements={detail.disagreements} />
      {detail.badges.length > 0 && (
        <ul class="badges">
          {detail.badges.map(({ text, tone }) => (
            <li class={tone === 'warning' ? 'badge badge-warning' : 'badge'} key={text}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

/** The place of the detail while nothing is selected. */
export function NoDetail({ failing, total }: { readonly failing: number; readonly total: number }) {
  if (total === 0) return null;
  return (
    <section class="empty" aria-label={strings.detail.label}>
      <h2>{failing > 0 ? strings.detail.nothingSelected : strings.detail.allFine(total)}</h2>
      {failing === 0 && <p>{strings.detail.allFineMore}</p>}
    </section>
  );
}

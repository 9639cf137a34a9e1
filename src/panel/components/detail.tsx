import type { ComponentChildren } from 'preact';
import { strings } from '../strings.ts';
import type { AdviceMentionVM } from '../view-models/advice.ts';
import type { CopyingProps } from '../view-models/copying.ts';
import type { DetailVM } from '../view-models/detail.ts';
import type { RowKind } from '../view-models/row.ts';
import type { OpenSource } from '../view-models/started-by.ts';
import { AdviceMentions } from './advice-mentions.tsx';
import { Branches } from './branches.tsx';
import { BrowserOpinions } from './browser-opinions.tsx';
import { Comparison } from './comparison.tsx';
import { CopyMenu, CopyMessageButton } from './copy-menu.tsx';
import { Disagreements } from './disagreements.tsx';
import { NextFailures, Notes, ReadableHeaders } from './findings.tsx';
import { HowSure, WhoAnswered } from './grounds.tsx';
import { WhatToChange } from './header-diff.tsx';
import { VerdictIcon } from './icons.tsx';
import { Links } from './links.tsx';
import { BackButton, LeaveButton, Pane } from './pane.tsx';
import { Preflights } from './preflights.tsx';
import { Proof } from './proof.tsx';
import { RawHeaders } from './raw-headers.tsx';
import { Breakable, RichText } from './rich-text.tsx';
import { SequenceDiagram } from './sequence-diagram.tsx';
import { StartedBy } from './started-by.tsx';
import { Timing } from './timing.tsx';
import { WhatIfButton } from './what-if-button.tsx';

interface Props {
  readonly detail: DetailVM;
  /** What the exchange shows that could be better. */
  readonly advice: readonly AdviceMentionVM[];
  /** There is little height: the picture comes before the words. */
  readonly low: boolean;
  /** What to tell the server; after what has to change. */
  readonly configuration: ComponentChildren;
  /** It has taken the list's place. */
  readonly alone: boolean;
  readonly onLeave: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly copying: CopyingProps;
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
  const { detail, advice, low, alone, onLeave, onCopy, onSelect, onAdvice, onWhatIf, onSource } = props;
  const diagram = <SequenceDiagram key="diagram" diagram={detail.diagram} />;
  const why = <Why key="why" detail={detail} />;
  return (
    <Pane
      label={strings.detail.label}
      focused={alone}
      topic={detail.id}
      // Beside the list it is only read, as in the browsers' own panels, and Escape stays theirs.
      onLeave={alone ? onLeave : undefined}
    >
      {alone && (
        <div class="pane-bar">
          <BackButton onBack={onLeave} />
          <WhatIfButton onWhatIf={onWhatIf} />
        </div>
      )}
      <Headline
        detail={detail}
        copying={props.copying}
        onSource={onSource}
        beside={alone ? null : { onWhatIf, onLeave }}
      />
      <div class="at-a-glance">{low ? [diagram, why] : [why, diagram]}</div>
      <Comparison comparison={detail.comparison} />
      <WhatToChange diff={detail.diff} actions={detail.actions} onCopy={onCopy} />
      {props.configuration}
      <NextFailures next={detail.nextFailures} />
      <Notes notes={detail.notes} />
      <ReadableHeaders readable={detail.readable} />
      <AdviceMentions advice={advice} onAdvice={onAdvice} />
      <Branches branches={detail.branches} onCopy={onCopy} />
      <HowSure sureness={detail.sureness} />
      <WhoAnswered answerer={detail.answerer} />
      <Proof proof={detail.proof} kind={detail.kind} isUnknown={detail.isUnknown} />
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
    </Pane>
  );
}

interface HeadlineProps extends Pick<Props, 'detail' | 'copying' | 'onSource'> {
  /** What it offers; null where there is another place for that. */
  readonly beside: Pick<Props, 'onWhatIf' | 'onLeave'> | null;
}

function Headline({ detail, copying, onSource, beside }: HeadlineProps) {
  return (
    <header class="headline">
      <div class="pane-head">
        <h2>
          <VerdictIcon kind={detail.kind} isUnknown={detail.isUnknown} large />
          <span>
            <RichText parts={detail.headline} />
          </span>
        </h2>
        {beside && <LeaveButton onLeave={beside.onLeave} />}
      </div>
      <div class="request-line">
        <code>
          {detail.method} <Breakable text={detail.url} />
        </code>
        {beside && <WhatIfButton onWhatIf={beside.onWhatIf} />}
      </div>
      <StartedBy startedBy={detail.startedBy} onSource={onSource} />
      <div class="request-actions">
        {FAILING.has(detail.kind) && <CopyMessageButton copyMessage={copying.copyMessage} />}
        <CopyMenu {...copying} />
      </div>
    </header>
  );
}

/** What somebody has to be told of. */
const FAILING: ReadonlySet<RowKind> = new Set(['blocked', 'failed']);

/** What it comes from, and what is to be known of it at once. */
function Why({ detail }: Pick<Props, 'detail'>) {
  return (
    <div class="why">
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
    </div>
  );
}

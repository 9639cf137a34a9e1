import { useSettled } from '../hooks/use-settled.ts';
import type { WhatIfVM } from '../view-models/what-if.ts';
import type { DraftChange } from '../view-models/what-if-draft.ts';
import { whatIfStrings as words } from '../what-if-strings.ts';
import { ReadableHeaders } from './findings.tsx';
import { VerdictIcon } from './icons.tsx';
import { BackButton, Pane } from './pane.tsx';
import { Proof } from './proof.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';
import { SequenceDiagram } from './sequence-diagram.tsx';
import { EditorMessage, RequestFields } from './what-if-editor.tsx';
import { HeaderNames } from './what-if-line.tsx';

interface Props {
  readonly whatIf: WhatIfVM;
  readonly onChange: (change: DraftChange) => void;
  readonly onUseFix: () => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** Who types shouldn't be told of every letter. */
const ANNOUNCED_AFTER_MS = 700;

/** An exchange to be edited, with what would come of it. */
export function WhatIf({ whatIf, onChange, onUseFix, onReset, onClose }: Props) {
  const announcement = useSettled(whatIf.announcement, ANNOUNCED_AFTER_MS);
  return (
    <Pane name="what-if" label={words.label} focused verdict={whatIf.kind} onLeave={onClose}>
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
      <header class="what-if-head headline">
        <div class="what-if-bar">
          <BackButton label={words.close} onBack={onClose} />
          <button
            type="button"
            class="button"
            data-action="use-fix"
            aria-disabled={!whatIf.canUseFix}
            onClick={() => whatIf.canUseFix && onUseFix()}
          >
            {words.useFix}
          </button>
          <button
            type="button"
            class="button"
            data-action="reset"
            aria-disabled={!whatIf.canReset}
            onClick={() => whatIf.canReset && onReset()}
          >
            {words.reset}
          </button>
        </div>
        <h2 class={whatIf.assumes === '' ? '' : 'assumed'}>
          <VerdictIcon kind={whatIf.kind} isUnknown={whatIf.isUnknown} large />
          <span>
            {whatIf.assumes !== '' && <small>{whatIf.assumes} </small>}
            <RichText parts={whatIf.headline} />
          </span>
        </h2>
        <p class="what-if-standing">
          <span class={whatIf.isEdited ? 'badge badge-edited' : 'badge'}>{whatIf.standing}</span>
        </p>
      </header>
      <SequenceDiagram diagram={whatIf.diagram} heading={words.diagram} />
      <Section heading={words.editor} aside={words.nothingSent}>
        <HeaderNames />
        {whatIf.messages.map((message) => (
          <EditorMessage key={message.key} message={message} onChange={onChange}>
            {message.status === null && (
              <RequestFields method={whatIf.method} credentials={whatIf.credentials} onChange={onChange} />
            )}
          </EditorMessage>
        ))}
      </Section>
      <Proof proof={whatIf.proof} kind={whatIf.kind} isUnknown={whatIf.isUnknown} />
      <ReadableHeaders readable={whatIf.readable} />
    </Pane>
  );
}

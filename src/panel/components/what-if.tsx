import { useEffect, useRef } from 'preact/hooks';
import { useSettled } from '../hooks/use-settled.ts';
import { does } from '../view-models/keys.ts';
import type { WhatIfVM } from '../view-models/what-if.ts';
import type { DraftChange } from '../view-models/what-if-draft.ts';
import { whatIfStrings as words } from '../what-if-strings.ts';
import { ReadableHeaders } from './findings.tsx';
import { Icon, VerdictIcon } from './icons.tsx';
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
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  const announcement = useSettled(whatIf.announcement, ANNOUNCED_AFTER_MS);
  return (
    <article
      class="detail what-if"
      ref={root}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keyboard.
      tabIndex={0}
      aria-label={words.label}
      data-verdict={whatIf.kind}
      onKeyDown={(event) => {
        if (!does('close', event)) return;
        // In DevTools, Escape would open the console drawer.
        event.stopPropagation();
        event.preventDefault();
        onClose();
      }}
    >
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
      <header class="what-if-head headline">
        <div class="what-if-bar">
          <button type="button" class="button back" data-action="close-what-if" onClick={onClose}>
            <Icon name="back" />
            {words.close}
          </button>
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
        {whatIf.assumes !== '' && <p class="what-if-assumes">{whatIf.assumes}</p>}
        <h2>
          <VerdictIcon kind={whatIf.kind} large />
          <span>
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
      <Proof proof={whatIf.proof} kind={whatIf.kind} />
      <ReadableHeaders readable={whatIf.readable} />
    </article>
  );
}

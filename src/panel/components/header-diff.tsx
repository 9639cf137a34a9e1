import { strings } from '../strings.ts';
import type { DiffBlock, DiffLine, DiffVM } from '../view-models/diff.ts';
import type { TextPart } from '../view-models/text.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly diff: DiffVM | null;
  readonly actions: readonly (readonly TextPart[])[];
  readonly onCopy: (text: string) => Promise<boolean>;
}

const words = strings.change;

/** What to change: in the responses, and outside them. */
export function WhatToChange({ diff, actions, onCopy }: Props) {
  if (diff === null && actions.length === 0) return null;
  return (
    <Section heading={words.heading} aside={diff && <Proven proof={diff.proof} />}>
      {actions.length > 0 && (
        <ul class="actions">
          {actions.map((parts, index) => (
            // The actions of one detail never change their places.
            <li key={index}>
              <RichText parts={parts} />
            </li>
          ))}
        </ul>
      )}
      {diff && <DiffBlocks diff={diff} onCopy={onCopy} />}
    </Section>
  );
}

/** The changes, response by response. */
export function DiffBlocks({ diff, onCopy }: { readonly diff: DiffVM; readonly onCopy: Props['onCopy'] }) {
  return diff.blocks.map((block) => <Block key={block.key} block={block} onCopy={onCopy} />);
}

function Proven({ proof }: { readonly proof: DiffVM['proof'] }) {
  if (proof === 'not-by-headers') return words.notByHeaders;
  if (proof === 'unproven') return words.unproven;
  return (
    <span class="proven">
      {proof === 'proven' ? words.proven : words.provenWithoutCredentials} <Icon name="check" />
    </span>
  );
}

function Block({ block, onCopy }: { readonly block: DiffBlock; readonly onCopy: Props['onCopy'] }) {
  return (
    <div class="diff">
      <div class="diff-head">
        <span class="diff-title">{block.title}</span>
        {block.copyText !== '' && <CopyButton label={words.copy} text={block.copyText} onCopy={onCopy} />}
      </div>
      <ul class="diff-lines">
        {block.lines.map((line, index) => (
          // Two lines of a diff may be equal, and they never change their places.
          <Line key={index} line={line} />
        ))}
      </ul>
      {block.assumed && <p class="note">{words.assumed}</p>}
    </div>
  );
}

function Line({ line }: { readonly line: DiffLine }) {
  return (
    <li class={`diff-line diff-${line.op}`}>
      <span aria-hidden="true">{line.op === 'add' ? '+' : '−'}</span>
      <span class="visually-hidden">{line.op === 'add' ? words.added : words.removed}</span>
      <code>{line.text}</code>
    </li>
  );
}

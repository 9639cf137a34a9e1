import { configurationStrings as words } from '../configuration-strings.ts';
import type { BlockVM, SnippetVM } from '../view-models/snippet.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';
import { RichText } from './rich-text.tsx';

interface Props {
  readonly snippet: SnippetVM;
  /** Which it is of those for a server, from 1. */
  readonly number: number;
  /** Whether what each line does stands beside it. */
  readonly showsNotes: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** A text to paste, with what its lines do and what is unsafe about them beside. */
export function Snippet({ snippet: { place, file, blocks, copyText }, number, showsNotes, onCopy }: Props) {
  return (
    <div class="snippet">
      <div class="snippet-head">
        <p>
          <RichText parts={place} /> {file !== '' && <code class="snippet-file">{file}</code>}
        </p>
        <CopyButton label={words.copy} of={words.copyOf({ number })} text={copyText} onCopy={onCopy} />
      </div>
      <div class={showsNotes ? 'snippet-body with-notes' : 'snippet-body'}>
        {blocks.map((block, index) => (
          // The blocks of one text never change their places.
          <Block key={index} block={block} showsNotes={showsNotes} />
        ))}
      </div>
    </div>
  );
}

function Block({
  block: { lines, note, warnings },
  showsNotes,
}: {
  readonly block: BlockVM;
  readonly showsNotes: boolean;
}) {
  return (
    <>
      <pre class="snippet-lines">
        <code>
          {lines.map((tokens, index) => (
            // As for the blocks.
            <span class="snippet-line" key={index}>
              {tokens.map(({ kind, text }, at) => (
                <span class={`token-${kind}`} key={at}>
                  {text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
      <div class="snippet-aside">
        {warnings.map((parts, index) => (
          // As for the blocks.
          <p class="snippet-warning" key={index}>
            <Icon name="alert" />
            <span class="visually-hidden">{words.warning}: </span>
            <span>
              <RichText parts={parts} />
            </span>
          </p>
        ))}
        {showsNotes && note.length > 0 && (
          <p class="snippet-note">
            <RichText parts={note} />
          </p>
        )}
      </div>
    </>
  );
}

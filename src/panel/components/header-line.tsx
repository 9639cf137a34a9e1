import { useState } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { FoundLine, HeaderPiece } from '../view-models/header-search.ts';
import { CopyButton } from './copy-button.tsx';

const words = strings.headers;

/** Longer values are cut until somebody asks for all of them. */
const MOST_CHARACTERS = 300;

interface Props {
  readonly line: FoundLine;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** One line of a message, as it was, with what of it can be copied. */
export function HeaderLine({ line, onCopy }: Props) {
  const [all, setAll] = useState(false);
  const isLong = line.length > MOST_CHARACTERS;
  const most = isLong && !all ? Math.max(MOST_CHARACTERS, line.hitsEnd) : line.length;
  return (
    <div class={line.isCors ? 'header-line header-cors' : 'header-line'}>
      <dt>
        <Pieces pieces={line.name} most={Number.POSITIVE_INFINITY} />
        {line.duplicates > 1 && <span class="badge badge-warning">{duplicateWords(line.duplicates)}</span>}
      </dt>
      <dd>
        {line.length === 0 ? <i class="muted">{words.empty}</i> : <Pieces pieces={line.value} most={most} />}
        {isLong && (
          <button
            type="button"
            class="button button-small"
            data-action="show-all"
            onClick={() => setAll(!all)}
          >
            {all ? words.showLess : words.showAll({ count: line.length })}
          </button>
        )}
        <span class="header-copy">
          <CopyButton
            label={words.copyValue}
            of={line.name.map(({ text }) => text).join('')}
            text={line.copyValue}
            onCopy={onCopy}
          />
          <CopyButton
            label={words.copyLine}
            of={line.name.map(({ text }) => text).join('')}
            text={line.copyLine}
            onCopy={onCopy}
          />
        </span>
      </dd>
    </div>
  );
}

function duplicateWords(count: number): string {
  return count === 2 ? words.twice : words.duplicate({ count });
}

/** The first characters of a text. */
function Pieces({ pieces, most }: { readonly pieces: readonly HeaderPiece[]; readonly most: number }) {
  let left = most;
  return pieces.map(({ text, masked, hit }, index) => {
    const shown = text.slice(0, Math.max(0, left));
    left -= text.length;
    if (shown === '') return null;
    const marked = hit ? <mark class="hit">{shown}</mark> : shown;
    // The pieces of one text never change their places.
    if (!masked) return <span key={index}>{marked}</span>;
    return (
      <span class="masked" key={index} title={words.masked}>
        {marked}
      </span>
    );
  });
}

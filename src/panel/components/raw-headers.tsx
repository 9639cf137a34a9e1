import { useState } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { HeaderLineVM, MessageVM } from '../view-models/headers.ts';
import { ClosedSection } from './section.tsx';

const words = strings.headers;

/** Longer values are cut until somebody asks for all of them. */
const MOST_CHARACTERS = 300;

/** Every header line of every message, as it was. */
export function RawHeaders({ messages }: { readonly messages: readonly MessageVM[] }) {
  return (
    <ClosedSection heading={words.heading}>
      {messages.map((message) => (
        <div class="message" key={message.key}>
          <h4>
            {message.title} <span class="message-url">{message.url}</span>
          </h4>
          {message.note !== '' && <p class="note">{message.note}</p>}
          <dl class="header-lines">
            {message.lines.map((line, index) => (
              // Lines of one name may be equal, and they never change their places.
              <HeaderLine key={index} line={line} />
            ))}
          </dl>
        </div>
      ))}
    </ClosedSection>
  );
}

function HeaderLine({ line }: { readonly line: HeaderLineVM }) {
  const [all, setAll] = useState(false);
  const isLong = line.length > MOST_CHARACTERS;
  return (
    <div class={line.isCors ? 'header-line header-cors' : 'header-line'}>
      <dt>
        {line.name}
        {line.duplicates > 1 && <span class="badge badge-warning">{words.duplicate(line.duplicates)}</span>}
      </dt>
      <dd>
        <HeaderValue line={line} most={isLong && !all ? MOST_CHARACTERS : line.length} />
        {isLong && (
          <button
            type="button"
            class="button button-small"
            data-action="show-all"
            onClick={() => setAll(!all)}
          >
            {all ? words.showLess : words.showAll(line.length)}
          </button>
        )}
      </dd>
    </div>
  );
}

function HeaderValue({ line, most }: { readonly line: HeaderLineVM; readonly most: number }) {
  let left = most;
  return line.value.map(({ kind, text }, index) => {
    const shown = text.slice(0, Math.max(0, left));
    left -= text.length;
    if (shown === '') return null;
    // The parts of one value never change their places.
    if (kind === 'text') return <span key={index}>{shown}</span>;
    return (
      <mark class="masked" key={index}>
        {shown}
      </mark>
    );
  });
}

import { strings } from '../strings.ts';
import { type FoundMessage, searchHeaders } from '../view-models/header-search.ts';
import type { MessageVM } from '../view-models/headers.ts';
import { CopyButton } from './copy-button.tsx';
import { HeaderLine } from './header-line.tsx';
import { Fold } from './section.tsx';

const words = strings.headers;

interface Props {
  readonly messages: readonly MessageVM[];
  /** What is looked for in them. */
  readonly query: string;
  readonly onQuery: (text: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Every header line of every message, as it was. */
export function RawHeaders({ messages, query, onQuery, onCopy }: Props) {
  const { messages: found, tally } = searchHeaders(messages, query);
  return (
    <Fold name="headers" heading={words.heading} aside={words.messages({ count: messages.length })}>
      <div class="header-search">
        <input
          type="search"
          class="header-search-field"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query === '') return;
            // In DevTools, Escape would open the console drawer.
            event.stopPropagation();
            event.preventDefault();
            onQuery('');
          }}
        />
        <output>{tally}</output>
      </div>
      {found.map((message) => (
        <Message key={message.key} message={message} onCopy={onCopy} />
      ))}
    </Fold>
  );
}

function Message({ message, onCopy }: { readonly message: FoundMessage } & Pick<Props, 'onCopy'>) {
  const { title, url, note, lines, copyText } = message;
  return (
    <div class="message">
      <div class="message-head">
        <h4>
          {title} <span class="message-url">{url}</span>
        </h4>
        {copyText !== '' && <CopyButton label={words.copyAll} of={title} text={copyText} onCopy={onCopy} />}
      </div>
      {note !== '' && <p class="note">{note}</p>}
      <dl class="header-lines">
        {lines.map((line) => (
          <HeaderLine key={line.key} line={line} onCopy={onCopy} />
        ))}
      </dl>
    </div>
  );
}

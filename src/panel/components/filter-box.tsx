import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanelKey } from '../hooks/use-panel-key.ts';
import { listStrings } from '../list-strings.ts';
import { acceptOption, type Completion, type CompletionOption } from '../view-models/filter-completion.ts';
import { FilterOptions, optionId } from './filter-options.tsx';
import { Icon } from './icons.tsx';

export interface FilterBoxProps {
  readonly text: string;
  /** What can follow what is typed left of the caret. */
  readonly complete: (text: string, caret: number) => Completion;
  readonly onFilter: (text: string) => void;
}

const words = listStrings.filter;

/**
 * The filter, with a list of what can be typed next: a combobox with the list in its popup.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/#combobox
 */
export function FilterBox({ text, complete, onFilter }: FilterBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  /** Up to where the text is completed; null while nothing is offered. */
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  /** Where the caret goes once the text is there. */
  const caretThen = useRef<number | null>(null);
  usePanelKey('filter', () => {
    input.current?.focus();
    input.current?.select();
  });
  useLayoutEffect(() => {
    if (caretThen.current === null) return;
    input.current?.setSelectionRange(caretThen.current, caretThen.current);
    caretThen.current = null;
  });

  const completion = caret === null ? null : complete(text, caret);
  const options = completion?.options ?? [];
  const open = options.length > 0;
  const caretNow = () => input.current?.selectionStart ?? 0;

  function offerAt(at: number | null): void {
    setCaret(at);
    setActive(0);
  }

  function accept(option: CompletionOption | undefined): void {
    if (completion === null || option === undefined) return;
    const next = acceptOption(text, completion, option);
    caretThen.current = next.caret;
    onFilter(next.text);
    // After a key its values are offered; after a value nothing is, until something is typed.
    offerAt(option.count === null ? next.caret : null);
  }

  /** Whether the key was meant for the list. */
  function takeKey(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'ArrowDown':
        if (open) setActive((active + 1) % options.length);
        else offerAt(caretNow());
        return true;
      case 'ArrowUp':
        if (open) setActive((active + options.length - 1) % options.length);
        return open;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey || !open) return false;
        accept(options[active]);
        return true;
      case 'Escape':
        if (open) offerAt(null);
        else onFilter('');
        return open || text !== '';
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        offerAt(null);
        return false;
      default:
        return false;
    }
  }

  return (
    <div class="filter-box">
      <div class="filter-field">
        <input
          type="text"
          class="filter"
          ref={input}
          role="combobox"
          aria-label={words.label}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={id}
          aria-activedescendant={open ? optionId(id, active) : undefined}
          placeholder={words.placeholder}
          title={words.title}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget;
            const at = selectionStart ?? value.length;
            onFilter(value);
            offerAt(/\S$/.test(value.slice(0, at)) ? at : null);
          }}
          onKeyDown={(event) => {
            if (!takeKey(event)) return;
            event.preventDefault();
            // In DevTools, Escape would open the console drawer.
            event.stopPropagation();
          }}
          onBlur={() => offerAt(null)}
        />
        {text !== '' && (
          <button
            type="button"
            class="filter-clear"
            aria-label={words.clear}
            title={words.clear}
            onClick={() => {
              onFilter('');
              input.current?.focus();
            }}
          >
            <Icon name="cross" />
          </button>
        )}
      </div>
      {open && (
        <FilterOptions id={id} options={options} active={active} hint={words.hint} onAccept={accept} />
      )}
    </div>
  );
}

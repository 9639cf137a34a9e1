import { quantity } from '../language/formats.ts';
import { listStrings } from '../list-strings.ts';
import type { CompletionOption } from '../view-models/filter-completion.ts';
import type { TextPart } from '../view-models/text.ts';
import { RichText } from './rich-text.tsx';

interface Props {
  readonly id: string;
  readonly options: readonly CompletionOption[];
  /** The one that Enter takes. */
  readonly active: number;
  readonly hint: readonly TextPart[];
  readonly onAccept: (option: CompletionOption) => void;
}

/** What can be typed next in the filter. The focus stays in the filter's box. */
export function FilterOptions({ id, options, active, hint, onAccept }: Props) {
  return (
    // The box must not lose its focus to a click.
    <div class="filter-popup" onPointerDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={listStrings.filter.completions}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the box names the active option (aria-activedescendant).
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and handles the keys.
          <div
            class={index === active ? 'filter-option active' : 'filter-option'}
            key={option.insert}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            onClick={() => onAccept(option)}
          >
            <code>{option.label}</code>
            <span class="option-note">{option.note}</span>
            {option.count !== null && <span class="option-count">{quantity(option.count)}</span>}
          </div>
        ))}
      </div>
      <p class="filter-hint">
        <RichText parts={hint} />
      </p>
    </div>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

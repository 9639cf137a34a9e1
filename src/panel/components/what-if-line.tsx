import { useId } from 'preact/hooks';
import { does } from '../view-models/keys.ts';
import type { EditorLineVM } from '../view-models/what-if-messages.ts';
import { HEADER_NAMES, whatIfStrings as words } from '../what-if-strings.ts';
import { Icon } from './icons.tsx';

interface LineProps {
  readonly line: EditorLineVM;
  /** The title of its message. */
  readonly message: string;
  readonly isRequest: boolean;
  readonly onText: (what: 'name' | 'value', text: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** A header line as two fields. Enter adds a line below it, and Backspace takes an empty one away. */
export function EditorLine({ line, message, isRequest, onText, onAdd, onRemove }: LineProps) {
  const id = useId();
  const { name, value, mark, was, refusal } = line;
  const shared = {
    spellcheck: false,
    autocomplete: 'off',
    'aria-invalid': refusal !== '',
    'aria-describedby': id,
  } as const;
  return (
    <li
      class={mark === null ? 'editor-line' : `editor-line line-${mark}`}
      onKeyDown={(event) => {
        const isBlank = name === '' && value === '';
        if (event.isComposing || !(event.target instanceof HTMLInputElement)) return;
        if (does('add-line', event)) onAdd();
        else if (does('remove-line', event) && isBlank) onRemove();
        else return;
        event.preventDefault();
      }}
    >
      <span class="line-sign" aria-hidden="true">
        {mark === null ? '' : SIGNS[mark]}
      </span>
      <input
        {...shared}
        class="input"
        data-field="name"
        list={isRequest ? REQUEST_NAMES : RESPONSE_NAMES}
        aria-label={words.nameIn({ message })}
        placeholder={words.name}
        value={name}
        onInput={(event) => onText('name', event.currentTarget.value)}
      />
      <input
        {...shared}
        class="input"
        data-field="value"
        aria-label={words.valueOf({ name: name === '' ? words.newLine : name, message })}
        placeholder={words.value}
        value={value}
        onInput={(event) => onText('value', event.currentTarget.value)}
      />
      <button
        type="button"
        class="tool icon-only"
        aria-label={words.removeLine({ name: name === '' ? words.newLine : name, message })}
        title={words.remove}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
      <small id={id}>
        {mark !== null && <span class="visually-hidden">{words.marks[mark]} </span>}
        {was} {refusal !== '' && <Refusal text={refusal} />}
      </small>
    </li>
  );
}

/** As in the diffs of a fix. */
const SIGNS = { added: '+', changed: '±' } as const;

/** Why something can't be taken. */
export function Refusal({ text }: { readonly text: string }) {
  return (
    <span class="refusal">
      <Icon name="alert" /> {text}
    </span>
  );
}

const REQUEST_NAMES = 'what-if-request-names';
const RESPONSE_NAMES = 'what-if-response-names';

/** The names that browsers propose while one is typed. */
export function HeaderNames() {
  return (
    <>
      <Names id={REQUEST_NAMES} names={HEADER_NAMES.request} />
      <Names id={RESPONSE_NAMES} names={HEADER_NAMES.response} />
    </>
  );
}

function Names({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { CredentialsVM } from '../view-models/what-if.ts';
import type { DraftChange } from '../view-models/what-if-draft.ts';
import type { EditorLineVM, EditorMessageVM, FieldVM } from '../view-models/what-if-messages.ts';
import { whatIfStrings as words } from '../what-if-strings.ts';
import { EditorLine, Refusal } from './what-if-line.tsx';

type OnChange = (change: DraftChange) => void;

interface MessageProps {
  readonly message: EditorMessageVM;
  readonly onChange: OnChange;
  /** Fields before its lines. */
  readonly children: ComponentChildren;
}

/** One message: its status, and its header lines one by one. */
export function EditorMessage({ message, onChange, children }: MessageProps) {
  const { key, title, about, note, status, lines, removed, others } = message;
  const list = useRef<HTMLUListElement>(null);
  /** The line that is to have the focus once it is there, and which of its two fields. */
  const wanted = useRef<{ readonly index: number; readonly field: 'name' | 'value' } | null>(null);
  const count = lines.length;
  useEffect(() => {
    const to = wanted.current;
    wanted.current = null;
    if (to === null || list.current === null) return;
    const field = list.current.querySelectorAll<HTMLElement>(`[data-field="${to.field}"]`)[to.index];
    (field ?? list.current.querySelector<HTMLElement>('[data-action="add-line"]'))?.focus();
  }, [count]);

  function add(after: number | null, index: number): void {
    wanted.current = { index, field: 'name' };
    onChange({ what: 'add', message: key, after });
  }

  function remove(line: EditorLineVM, index: number): void {
    wanted.current = { index: Math.max(0, index - 1), field: 'value' };
    onChange({ what: 'remove', message: key, line: line.key });
  }

  return (
    <fieldset class="editor-message" data-message={key}>
      <legend>
        <b>{title}</b> <code>{about}</code>
      </legend>
      {note !== '' && <p class="note">{note}</p>}
      <div class="editor-fields">
        {children}
        {status !== null && (
          <Field
            label={words.status}
            field={status}
            size={4}
            onInput={(text) => onChange({ what: 'status', message: key, text })}
          />
        )}
      </div>
      <ul class="editor-lines" ref={list}>
        {lines.map((line, index) => (
          <EditorLine
            key={line.key}
            line={line}
            message={title}
            isRequest={status === null}
            onText={(what, text) => onChange({ what, message: key, line: line.key, text })}
            onAdd={() => add(line.key, index + 1)}
            onRemove={() => remove(line, index)}
          />
        ))}
        {removed.map((line) => (
          <li class="editor-removed" key={`removed ${line.key}`}>
            <span class="line-sign" aria-hidden="true">
              −
            </span>
            <span class="visually-hidden">{strings.labelled({ label: words.marks.removed })} </span>
            <del>
              {line.name}: {line.value}
            </del>
            <button
              type="button"
              class="link"
              aria-label={words.restoreLine({ name: line.name, message: title })}
              onClick={() => onChange({ what: 'restore', message: key, line: line.key })}
            >
              {words.restore}
            </button>
          </li>
        ))}
        <li class="editor-end">
          <button
            type="button"
            class="link"
            data-action="add-line"
            aria-label={words.addTo({ message: title })}
            onClick={() => add(null, count)}
          >
            + {words.add}
          </button>
          {others !== '' && <small>{others}</small>}
        </li>
      </ul>
    </fieldset>
  );
}

interface FieldsProps {
  readonly method: FieldVM;
  readonly credentials: CredentialsVM;
  readonly onChange: OnChange;
}

/** What of a request isn't a header line. */
export function RequestFields({ method, credentials, onChange }: FieldsProps) {
  const id = useId();
  return (
    <>
      <Field
        label={words.method}
        field={method}
        size={9}
        onInput={(text) => onChange({ what: 'method', text })}
      />
      <span class="editor-field">
        <label for={id}>{words.credentials}</label>
        <select
          id={id}
          class={credentials.was === '' ? 'input' : 'input changed'}
          value={credentials.value}
          onChange={({ currentTarget: { value } }) => {
            if (value === 'include' || value === 'same-origin') onChange({ what: 'credentials', value });
          }}
        >
          {credentials.options.map(({ value, label }) => (
            <option key={value} value={value} disabled={value === 'unknown'}>
              {label}
            </option>
          ))}
        </select>
        {credentials.was !== '' && <small>{words.was({ text: credentials.was })}</small>}
      </span>
    </>
  );
}

interface FieldProps {
  readonly label: string;
  readonly field: FieldVM;
  /** In characters. */
  readonly size: number;
  readonly onInput: (text: string) => void;
}

function Field({ label, field: { value, was, refusal }, size, onInput }: FieldProps) {
  const id = useId();
  return (
    <span class="editor-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class={was === '' ? 'input' : 'input changed'}
        size={size}
        spellcheck={false}
        autocomplete="off"
        value={value}
        aria-invalid={refusal !== ''}
        aria-describedby={`${id}-about`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <small id={`${id}-about`}>
        {was !== '' && words.was({ text: was })} {refusal !== '' && <Refusal text={refusal} />}
      </small>
    </span>
  );
}

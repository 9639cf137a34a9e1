import { useId } from 'preact/hooks';
import { configurationStrings as words } from '../configuration-strings.ts';
import { useFold } from '../hooks/use-fold.ts';
import type { PolicyDraft } from '../view-models/policy-draft.ts';
import type { PolicyEditorVM, PolicyFieldVM } from '../view-models/policy-editor.ts';
import { RichText } from './rich-text.tsx';

interface Props {
  readonly editor: PolicyEditorVM;
  readonly onChange: (draft: PolicyDraft) => void;
  readonly onReset: () => void;
}

/** What a server allows, to be changed. */
export function PolicyEditor({ editor, onChange, onReset }: Props) {
  const { summary, everybody, credentials, fields, isChanged } = editor;
  const { open, onToggle } = useFold('policy', false);
  return (
    <details class="policy-editor" open={open} onToggle={onToggle}>
      <summary>
        <b>{words.policy.heading}</b> <span class="muted">{summary}</span>
      </summary>
      <div class="policy-fields">
        <label>
          <input
            type="checkbox"
            checked={everybody}
            onChange={({ currentTarget }) => onChange({ everybody: currentTarget.checked })}
          />
          {words.policy.everybody}
        </label>
        <label>
          <input
            type="checkbox"
            checked={credentials}
            disabled={everybody}
            onChange={({ currentTarget }) => onChange({ credentials: currentTarget.checked })}
          />
          {words.policy.credentials}
        </label>
        {fields.map((field) => (
          <Field key={field.id} field={field} onInput={(text) => onChange({ [field.id]: text })} />
        ))}
        {isChanged && (
          <button type="button" class="button button-small" onClick={onReset}>
            {words.policy.reset}
          </button>
        )}
      </div>
    </details>
  );
}

function Field({
  field: { label, hint, value, isChanged, refusal, hasLines },
  onInput,
}: {
  readonly field: PolicyFieldVM;
  readonly onInput: (text: string) => void;
}) {
  const id = useId();
  const common = {
    id,
    value,
    spellcheck: false,
    class: isChanged ? 'input changed' : 'input',
    'aria-invalid': refusal.length > 0,
    'aria-describedby': `${id}-about`,
  };
  return (
    <span class="policy-field">
      <label for={id}>{label}</label>
      {hasLines ? (
        <textarea
          {...common}
          rows={Math.min(6, value.split('\n').length + 1)}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input {...common} autocomplete="off" onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <small id={`${id}-about`} class={refusal.length > 0 ? 'refusal' : ''}>
        <RichText parts={refusal.length > 0 ? refusal : hint} />
      </small>
    </span>
  );
}

import { useState } from 'preact/hooks';
import { exportStrings as words } from '../export-strings.ts';
import type {
  ChoiceVM,
  Exported,
  ExportVM,
  FormatId,
  OptionVM,
  ProgressVM,
  ReportScope,
} from '../view-models/export.ts';
import { ExportAliases, ExportWarnings } from './export-notes.tsx';
import { ExportPreview } from './export-preview.tsx';
import { ModalDialog } from './modal-dialog.tsx';

interface Props {
  readonly view: ExportVM;
  readonly onScope: (scope: ReportScope) => void;
  readonly onFormat: (format: FormatId) => void;
  readonly onComplete: (on: boolean) => void;
  readonly onAliases: (on: boolean) => void;
  readonly onAgain: () => void;
  readonly onCancel: () => void;
  /** Resolves to whether it worked. */
  readonly onCopy: (exported: Exported) => Promise<boolean>;
  readonly onSave: (exported: Exported) => void;
  readonly onClose: () => void;
}

/** Chooses what a report has and how it is written, shows what will leave, and hands it over. */
export function ExportDialog(props: Props) {
  const { view, onClose } = props;
  return (
    <ModalDialog heading={words.heading} name="export-dialog" focusOn="input:checked" onClose={onClose}>
      <form class="export-columns" onSubmit={(event) => event.preventDefault()}>
        <div class="export-choices">
          <Choices legend={words.which} name="report-scope" choices={view.scopes} onChoose={props.onScope} />
          <Choices
            legend={words.format}
            name="report-format"
            choices={view.formats}
            onChoose={props.onFormat}
          />
          <fieldset>
            <legend>{words.options}</legend>
            <Option name="aliases" label={words.aliases} option={view.aliases} onChange={props.onAliases} />
            <Option
              name="complete"
              label={words.complete}
              option={view.complete}
              onChange={props.onComplete}
            />
          </fieldset>
        </div>
        <Result {...props} />
      </form>
    </ModalDialog>
  );
}

interface ChoicesProps<Id extends string> {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly ChoiceVM<Id>[];
  readonly onChoose: (id: Id) => void;
}

function Choices<Id extends string>({ legend, name, choices, onChoose }: ChoicesProps<Id>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(({ id, label, why, isChosen, isPossible }) => (
        <label class="setting" key={id}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={isChosen}
            disabled={!isPossible}
            onChange={() => onChoose(id)}
          />
          <span>
            {label}
            {why !== '' && <small>{why}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface OptionProps {
  readonly name: string;
  readonly label: string;
  readonly option: OptionVM;
  readonly onChange: (on: boolean) => void;
}

function Option({ name, label, option: { isOn, isPossible, why }, onChange }: OptionProps) {
  return (
    <label class="setting">
      <input
        type="checkbox"
        name={name}
        checked={isOn}
        disabled={!isPossible}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        {label}
        <small>{why}</small>
      </span>
    </label>
  );
}

/** What has been made, or how far it is. */
function Result({ view, onAgain, onCancel, onCopy, onSave }: Props) {
  const { preview, progress, problem } = view;
  /** What was done with which text; of another nothing was. */
  const [done, setDone] = useState<{ readonly with: Exported; readonly said: string } | null>(null);
  const exported = preview === null || preview.isOld ? null : preview.exported;
  const said = exported !== null && done?.with === exported ? done.said : null;
  return (
    <div class="export-result">
      <p class="export-about">
        <span class="export-heading">{words.preview}</span>
        {preview !== null && (
          <>
            <code>{preview.fileName}</code>
            <span>{preview.requests}</span>
            <span>{preview.size}</span>
          </>
        )}
      </p>
      {preview !== null && <ExportWarnings warnings={preview.warnings} />}
      {preview !== null && <ExportAliases aliases={preview.aliases} />}
      {preview !== null && <ExportPreview preview={preview} />}
      {progress !== null && <Progress progress={progress} onCancel={onCancel} />}
      {preview === null && progress === null && problem !== null && (
        <div class="export-text export-waiting">
          <p>{words[problem]}</p>
          {problem !== 'nothing' && (
            <button type="button" class="button" data-action="again" onClick={onAgain}>
              {words.again}
            </button>
          )}
        </div>
      )}
      <div class="export-end">
        <p class={preview?.warnings && said === null ? 'note note-warning' : 'note'} role="status">
          {said ??
            (exported !== null && (
              <>
                <span class="visually-hidden">{words.ready} </span>
                {preview?.warnings?.title ?? words.masked}
              </>
            ))}
        </p>
        <button
          type="button"
          class="button"
          data-action="copy-report"
          disabled={exported === null}
          onClick={async () => {
            if (exported === null) return;
            const worked = await onCopy(exported);
            setDone({ with: exported, said: worked ? words.copied : words.notCopied });
          }}
        >
          {words.copy}
        </button>
        <button
          type="button"
          class="button button-main"
          data-action="save-report"
          disabled={exported === null}
          onClick={() => {
            if (exported === null) return;
            onSave(exported);
            setDone({ with: exported, said: words.saved });
          }}
        >
          {words.save}
        </button>
      </div>
    </div>
  );
}

interface ProgressProps {
  readonly progress: ProgressVM;
  readonly onCancel: () => void;
}

function Progress({ progress: { label, part }, onCancel }: ProgressProps) {
  return (
    <div class="export-text export-waiting">
      <p>{label}</p>
      <progress aria-label={words.progress.label} {...(part === null ? {} : { value: part })} />
      <button type="button" class="button" data-action="cancel" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}

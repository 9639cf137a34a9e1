import { apiStrings } from '../api-strings.ts';
import { helpStrings } from '../help-strings.ts';
import { strings } from '../strings.ts';
import type { ChipVM } from '../view-models/list.ts';
import type { RowKind } from '../view-models/row.ts';
import { ExportMenu, type ExportMenuProps } from './export-menu.tsx';
import { FilterBox, type FilterBoxProps } from './filter-box.tsx';
import { GroupMenu, type GroupMenuProps } from './group-menu.tsx';
import { Icon } from './icons.tsx';
import { SettingsMenu, type SettingsMenuProps } from './settings-menu.tsx';

export interface ToolbarProps {
  readonly recording: boolean;
  readonly keepOnNavigation: boolean;
  readonly filter: FilterBoxProps;
  readonly chips: readonly ChipVM[];
  readonly showsAdvice: boolean;
  /** Lines of advice that ask for a change. */
  readonly adviceCount: number;
  readonly showsApis: boolean;
  readonly groups: GroupMenuProps;
  readonly exporting: ExportMenuProps;
  readonly settings: SettingsMenuProps;
  readonly onRecording: (on: boolean) => void;
  readonly onClear: () => void;
  readonly onKeepOnNavigation: (on: boolean) => void;
  readonly onChip: (kind: RowKind) => void;
  readonly onAdvice: (on: boolean) => void;
  readonly onApis: (on: boolean) => void;
  readonly onHelp: () => void;
}

const words = strings.toolbar;

export function Toolbar(props: ToolbarProps) {
  const { recording } = props;
  const recordLabel = recording ? words.pause : words.record;
  return (
    <header class="toolbar">
      <h1 class="visually-hidden">{strings.title}</h1>
      <button
        type="button"
        class={recording ? 'tool icon-only recording' : 'tool icon-only'}
        aria-label={recordLabel}
        title={recordLabel}
        onClick={() => props.onRecording(!recording)}
      >
        <Icon name={recording ? 'record' : 'paused'} />
      </button>
      <button
        type="button"
        class="tool icon-only"
        aria-label={words.clear}
        title={words.clear}
        onClick={props.onClear}
      >
        <Icon name="clear" />
      </button>
      <label class="tool-check" title={words.keep}>
        <input
          type="checkbox"
          checked={props.keepOnNavigation}
          onChange={(event) => props.onKeepOnNavigation(event.currentTarget.checked)}
        />
        <span class="tool-label">{words.keep}</span>
      </label>
      <FilterBox {...props.filter} />
      <Chips chips={props.chips} onChip={props.onChip} />
      <button
        type="button"
        class="tool advice-toggle"
        aria-pressed={props.showsAdvice}
        title={words.adviceHint(props.adviceCount)}
        onClick={() => props.onAdvice(!props.showsAdvice)}
      >
        <Icon name="advice" />
        {words.advice}
        {props.adviceCount > 0 && <b>{props.adviceCount}</b>}
      </button>
      <button
        type="button"
        class="tool"
        data-action="apis"
        aria-pressed={props.showsApis}
        title={apiStrings.toggleHint}
        onClick={() => props.onApis(!props.showsApis)}
      >
        {apiStrings.toggle}
      </button>
      <span class="toolbar-end">
        <GroupMenu {...props.groups} />
        <SettingsMenu {...props.settings} />
        <ExportMenu {...props.exporting} />
        <button
          type="button"
          class="tool icon-only"
          aria-label={helpStrings.open}
          aria-haspopup="dialog"
          title={helpStrings.open}
          onClick={props.onHelp}
        >
          <Icon name="question" />
        </button>
      </span>
    </header>
  );
}

function Chips({
  chips,
  onChip,
}: {
  readonly chips: readonly ChipVM[];
  readonly onChip: (kind: RowKind) => void;
}) {
  return (
    <fieldset class="chips" aria-label={words.kinds}>
      {chips.map(({ kind, label, hint, count, pressed }) => (
        <button
          type="button"
          class={count > 0 ? `chip kind-${kind}` : 'chip'}
          key={kind}
          title={hint}
          aria-pressed={pressed}
          onClick={() => onChip(kind)}
        >
          <b>{count}</b> {label}
        </button>
      ))}
    </fieldset>
  );
}

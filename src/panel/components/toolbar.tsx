import { useRef } from 'preact/hooks';
import { apiStrings } from '../api-strings.ts';
import { helpStrings } from '../help-strings.ts';
import { useOneLine } from '../hooks/use-one-line.ts';
import { quantity } from '../language/formats.ts';
import { NAME, strings } from '../strings.ts';
import type { ChipVM } from '../view-models/list.ts';
import type { RowKind } from '../view-models/row.ts';
import { FilterBox, type FilterBoxProps } from './filter-box.tsx';
import { GroupMenu, type GroupMenuProps } from './group-menu.tsx';
import { Icon, VerdictSign } from './icons.tsx';
import { OpenMenu, type OpenMenuProps } from './open-menu.tsx';
import { SettingsMenu, type SettingsMenuProps } from './settings-menu.tsx';

export interface ToolbarProps {
  /** In pixels. */
  readonly width: number;
  /** Null where nothing is recorded. */
  readonly recording: RecordingProps | null;
  readonly filter: FilterBoxProps;
  readonly chips: readonly ChipVM[];
  readonly showsAdvice: boolean;
  /** Lines of advice that ask for a change. */
  readonly adviceCount: number;
  readonly showsApis: boolean;
  readonly groups: GroupMenuProps;
  /** There are requests. */
  readonly canExport: boolean;
  readonly opening: OpenMenuProps;
  /** Null where there is nothing to set. */
  readonly settings: SettingsMenuProps | null;
  readonly onChip: (kind: RowKind) => void;
  readonly onAdvice: (on: boolean) => void;
  readonly onApis: (on: boolean) => void;
  readonly onExport: () => void;
  readonly onHelp: () => void;
}

const words = strings.toolbar;

/** Below this width in pixels, the toolbar has two lines; as the stylesheets say. */
const NARROW_BELOW = 600;

/** Where the words have no room: as pictures the tools that are rarely used, then also what counts and switches. */
const SIZES = ['', 'small-tools', 'small-tools small-views'] as const;

/** What can be done with the recording, the list and its export: in one line, or where that is too narrow in two. */
export function Toolbar(props: ToolbarProps) {
  const { width, chips, adviceCount, groups } = props;
  const root = useRef<HTMLElement>(null);
  const narrow = width < NARROW_BELOW;
  // What changes how much room it takes: which tools there are, and how long their numbers and words.
  const numbers = chips.map(({ kind, count }) => `${kind} ${String(count).length}`);
  const advice = adviceCount === 0 ? 0 : String(adviceCount).length;
  const what = [groups.grouping, advice, ...numbers].join(' ');
  const fitting = useOneLine(root, width, what, SIZES.length - 1);
  const size = narrow ? SIZES.length - 1 : fitting;
  const views = <Views key="views" {...props} />;
  const tools = <Tools key="tools" {...props} />;
  return (
    <header class={`toolbar ${SIZES[size]}`} ref={root}>
      <h1 class="visually-hidden">{NAME}</h1>
      {props.recording !== null && <Recording {...props.recording} />}
      <FilterBox {...props.filter} />
      {narrow ? [tools, views] : [views, tools]}
    </header>
  );
}

interface RecordingProps {
  readonly recording: boolean;
  readonly keepOnNavigation: boolean;
  readonly onRecording: (on: boolean) => void;
  readonly onClear: () => void;
  readonly onKeepOnNavigation: (on: boolean) => void;
}

function Recording({ recording, keepOnNavigation, ...on }: RecordingProps) {
  const recordLabel = recording ? words.pause : words.record;
  return (
    <>
      <button
        type="button"
        class={recording ? 'tool icon-only recording' : 'tool icon-only'}
        aria-label={recordLabel}
        title={recordLabel}
        onClick={() => on.onRecording(!recording)}
      >
        <Icon name={recording ? 'record' : 'paused'} />
      </button>
      <button
        type="button"
        class="tool icon-only"
        aria-label={words.clear}
        title={words.clear}
        onClick={on.onClear}
      >
        <Icon name="clear" />
      </button>
      <label class="tool-check" title={words.keep}>
        <input
          type="checkbox"
          checked={keepOnNavigation}
          onChange={(event) => on.onKeepOnNavigation(event.currentTarget.checked)}
        />
        <span class="tool-sign">
          <Icon name="keep" />
        </span>
        <span class="tool-word">{words.keep}</span>
      </label>
    </>
  );
}

type ViewsProps = Pick<
  ToolbarProps,
  'chips' | 'showsAdvice' | 'adviceCount' | 'showsApis' | 'onChip' | 'onAdvice' | 'onApis'
>;

/** What is to be seen: requests by their verdict, the advice, the APIs. */
function Views({ chips, showsAdvice, adviceCount, showsApis, ...on }: ViewsProps) {
  return (
    <span class="toolbar-views">
      <fieldset class="chips" aria-label={words.kinds}>
        {chips.map(({ kind, label, hint, count, pressed }) => (
          <button
            type="button"
            class={count > 0 ? `chip kind-${kind}` : 'chip'}
            key={kind}
            title={hint}
            aria-pressed={pressed}
            onClick={() => on.onChip(kind)}
          >
            <span class="view-sign">
              <VerdictSign kind={kind} />
            </span>
            <b>{quantity(count)}</b> <span class="view-word">{label}</span>
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="tool advice-toggle"
        data-action="advice"
        aria-pressed={showsAdvice}
        title={adviceHint(adviceCount)}
        onClick={() => on.onAdvice(!showsAdvice)}
      >
        <Icon name="advice" />
        <span class="view-word">{words.advice}</span>
        {adviceCount > 0 && <b>{quantity(adviceCount)}</b>}
      </button>
      <button
        type="button"
        class="tool"
        data-action="apis"
        aria-pressed={showsApis}
        title={apiStrings.toggleHint}
        onClick={() => on.onApis(!showsApis)}
      >
        <Icon name="servers" />
        <span class="view-word">{apiStrings.toggle}</span>
      </button>
    </span>
  );
}

function adviceHint(count: number): string {
  return count === 0 ? words.adviceHint : words.adviceCount({ count });
}

function Tools({
  groups,
  settings,
  opening,
  canExport,
  onExport,
  onHelp,
}: Pick<ToolbarProps, 'groups' | 'settings' | 'opening' | 'canExport' | 'onExport' | 'onHelp'>) {
  return (
    <span class="toolbar-end">
      <GroupMenu {...groups} />
      {settings !== null && <SettingsMenu {...settings} />}
      <button
        type="button"
        class="tool"
        data-action="export"
        disabled={!canExport}
        aria-haspopup="dialog"
        title={words.export}
        onClick={onExport}
      >
        <span class="tool-sign">
          <Icon name="export" />
        </span>
        <span class="tool-word">{words.export}</span>
      </button>
      <OpenMenu {...opening} />
      <button
        type="button"
        class="tool icon-only"
        data-action="help"
        aria-label={helpStrings.open}
        aria-haspopup="dialog"
        title={helpStrings.open}
        onClick={onHelp}
      >
        <Icon name="question" />
      </button>
    </span>
  );
}

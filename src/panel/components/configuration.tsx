import { useId } from 'preact/hooks';
import { configurationStrings as words } from '../configuration-strings.ts';
import { useFold } from '../hooks/use-fold.ts';
import type { ConfigurationVM } from '../view-models/configuration.ts';
import type { PolicyDraft } from '../view-models/policy-draft.ts';
import type { TextPart } from '../view-models/text.ts';
import { Icon } from './icons.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { RichText } from './rich-text.tsx';
import { Snippet } from './snippet.tsx';

/** What the user chooses and changes, for the server with that origin. */
export interface Configure {
  choose(target: string, answersAs: readonly string[], platform: string): void;
  useSource(target: string, source: 'request' | 'traffic'): void;
  change(target: string, draft: PolicyDraft): void;
  reset(target: string): void;
}

interface Props {
  readonly configuration: ConfigurationVM;
  readonly configure: Configure;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** What to paste where, so that a server answers as the page needs it. */
export function Configuration({ configuration, configure, onCopy }: Props) {
  const { key, label, answersAs, editor, effect, proof, refusal, snippets, reload, traps } = configuration;
  const notes = useFold('configuration-notes', true);
  return (
    <section class="configuration" aria-label={label}>
      <Choices configuration={configuration} configure={configure} answersAs={answersAs} />
      <PolicyEditor
        editor={editor}
        onChange={(draft) => configure.change(key, draft)}
        onReset={() => configure.reset(key)}
      />
      {refusal.length > 0 ? (
        <p class="refusal" role="alert">
          <RichText parts={refusal} />
        </p>
      ) : (
        <>
          <p class={effect.isGood ? 'proven' : 'refusal'} role="status">
            {effect.isGood && <Icon name="check" />} {effect.text}
          </p>
          <label class="configuration-notes">
            <input
              type="checkbox"
              checked={notes.open}
              onChange={({ currentTarget }) => notes.set(currentTarget.checked)}
            />{' '}
            {words.notes}
          </label>
          {snippets.map((snippet, index) => (
            <Snippet
              key={snippet.key}
              snippet={snippet}
              number={index + 1}
              showsNotes={notes.open}
              onCopy={onCopy}
            />
          ))}
          <p class="configuration-reload">
            <b>{words.reload}</b> <RichText parts={reload} />
          </p>
        </>
      )}
      <Traps heading={words.traps.relevant} traps={traps.relevant} />
      {traps.others.length > 0 && (
        <details class="configuration-others">
          <summary>{configuration.othersHeading}</summary>
          <Traps heading="" traps={traps.others} />
        </details>
      )}
      {proof !== '' && <p class="note">{proof}</p>}
      <p class="configuration-links">
        {configuration.links.map(({ label, url }) => (
          <a key={url} href={url} target="_blank" rel="noreferrer">
            {label}
          </a>
        ))}
      </p>
    </section>
  );
}

function Choices({
  configuration: { key, platform, source },
  configure,
  answersAs,
}: Pick<Props, 'configuration' | 'configure'> & { readonly answersAs: readonly string[] }) {
  const id = useId();
  return (
    <div class="configuration-choices">
      <span class="editor-field">
        <label for={id}>{words.server}</label>
        <select
          id={id}
          class="input"
          value={platform.id}
          aria-describedby={`${id}-why`}
          onChange={({ currentTarget }) => configure.choose(key, answersAs, currentTarget.value)}
        >
          {platform.families.map(({ label, platforms }) => (
            <optgroup key={label} label={label}>
              {platforms.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <small id={`${id}-why`}>{platform.why}</small>
      </span>
      {source !== null && (
        <span class="editor-field">
          <label for={`${id}-source`}>{words.source.label}</label>
          <select
            id={`${id}-source`}
            class="input"
            value={source}
            onChange={({ currentTarget: { value } }) => {
              if (value === 'request' || value === 'traffic') configure.useSource(key, value);
            }}
          >
            <option value="request">{words.source.request}</option>
            <option value="traffic">{words.source.traffic}</option>
          </select>
        </span>
      )}
    </div>
  );
}

function Traps({
  heading,
  traps,
}: {
  readonly heading: string;
  readonly traps: readonly (readonly TextPart[])[];
}) {
  if (traps.length === 0) return null;
  return (
    <>
      {heading !== '' && <h4>{heading}</h4>}
      <ul class="actions">
        {traps.map((parts, index) => (
          // The traps of one platform never change their places.
          <li key={index}>
            <RichText parts={parts} />
          </li>
        ))}
      </ul>
    </>
  );
}

import { useState } from 'preact/hooks';
import { exportStrings as words } from '../export-strings.ts';
import { beginningOf, type PreviewVM } from '../view-models/export.ts';

/** So much is shown at first, and that much more whenever it is asked for: laying out megabytes takes seconds. */
const CHARACTERS = 20_000;
const MORE_CHARACTERS = 100_000;

/** The very text that will leave the panel; of a long one the beginning. */
export function ExportPreview({ preview }: { readonly preview: PreviewVM }) {
  const { exported } = preview;
  const [wanted, setWanted] = useState({ exported, characters: CHARACTERS });
  // Another text is read from its beginning.
  const characters = wanted.exported === exported ? wanted.characters : CHARACTERS;
  const { text, rest } = beginningOf(exported.parts, characters);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keyboard.
    <section class="export-text" tabIndex={0} aria-label={words.preview} aria-busy={preview.isOld}>
      {/* Reports are in English, whatever language the panel is in. */}
      <pre lang="en" translate={false}>
        {text}
      </pre>
      {rest > 0 && (
        <p class="export-rest">
          {words.rest({ count: rest })}
          <button
            type="button"
            class="button button-small"
            onClick={() => setWanted({ exported, characters: characters + MORE_CHARACTERS })}
          >
            {words.showMore}
          </button>
        </p>
      )}
    </section>
  );
}

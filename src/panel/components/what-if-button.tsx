import { whatIfStrings as words } from '../what-if-strings.ts';

/** Opens the editor in which the exchange is changed to see what would come of it. */
export function WhatIfButton({ onWhatIf }: { readonly onWhatIf: () => void }) {
  return (
    <button
      type="button"
      class="button what-if-open"
      data-action="what-if"
      title={words.openHint}
      aria-keyshortcuts="w"
      onClick={onWhatIf}
    >
      {words.open}
    </button>
  );
}

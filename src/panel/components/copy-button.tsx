import { useState } from 'preact/hooks';
import { strings } from '../strings.ts';

interface Props {
  readonly label: string;
  /** Whose, for those who don't see what it stands beside. */
  readonly of?: string;
  readonly text: string;
  /** Resolves to whether it worked. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Copies, and says so in its own place until the pointer or the focus leaves it. */
export function CopyButton({ label, of = '', text, onCopy }: Props) {
  const [result, setResult] = useState<boolean | null>(null);
  const forget = () => setResult(null);
  const said = result === null ? label : result ? strings.change.copied : strings.change.notCopied;
  return (
    <button
      type="button"
      class="button button-small"
      aria-live="polite"
      onClick={async () => setResult(await onCopy(text))}
      onBlur={forget}
      onPointerLeave={forget}
    >
      {said}
      {of !== '' && result === null && <span class="visually-hidden"> {of}</span>}
    </button>
  );
}

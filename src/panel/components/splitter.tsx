import { useRef } from 'preact/hooks';
import { strings } from '../strings.ts';
import { SPLIT, withinSplit } from '../view-models/split.ts';

interface Props {
  /** The list's share of the width, in percent. */
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

/** The line between list and detail: dragged with the pointer, moved with the arrow keys, reset by a double click. */
export function Splitter({ percent, onChange }: Props) {
  const dragging = useRef(false);
  const move = (to: number) => onChange(withinSplit(to));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be focused and moved is a widget; hr is not.
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={strings.detail.splitter}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={SPLIT.least}
      aria-valuemax={SPLIT.most}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const frame = event.currentTarget.parentElement?.getBoundingClientRect();
        if (dragging.current && frame) move(((event.clientX - frame.left) / frame.width) * 100);
      }}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onDblClick={() => onChange(SPLIT.usual)}
      onKeyDown={(event) => {
        const to = keyTarget(event.key, percent);
        if (to === null) return;
        event.preventDefault();
        move(to);
      }}
    />
  );
}

function keyTarget(key: string, percent: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return percent - SPLIT.step;
    case 'ArrowRight':
      return percent + SPLIT.step;
    case 'Home':
      return SPLIT.least;
    case 'End':
      return SPLIT.most;
    default:
      return null;
  }
}

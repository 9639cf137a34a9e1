import type { ComponentChildren } from 'preact';
import { strings } from '../strings.ts';
import type { RowKind } from '../view-models/row.ts';

/** Shape and colour both tell the verdict apart. */
const VERDICT_SHAPES: Readonly<Record<RowKind, ComponentChildren>> = {
  blocked: <path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5" />,
  failed: <path class="icon-fill" d="M8 2.5 14 13.5H2Z" />,
  advice: <circle class="icon-fill" cx="8" cy="8" r="4" />,
  allowed: <path d="M2.5 8.5 6.5 12.5 13.5 4" />,
  opaque: <circle cx="8" cy="8" r="4.5" />,
  open: <path d="M3.5 8H3.6M8 8H8.1M12.4 8H12.5" />,
};

const UNKNOWN_SHAPE = <path d="M5.5 6A2.5 2.5 0 1 1 8 8.5V10M8 12.8V12.9" />;

/** The verdict as a small picture beside words that name it. */
export function VerdictSign({ kind }: { readonly kind: RowKind }) {
  return (
    <svg class={`verdict-icon kind-${kind}`} aria-hidden="true" viewBox="0 0 16 16" width={11} height={11}>
      {VERDICT_SHAPES[kind]}
    </svg>
  );
}

interface VerdictIconProps {
  readonly kind: RowKind;
  /** It has ended, and can't be told. */
  readonly isUnknown?: boolean;
  readonly large?: boolean;
}

/** The verdict as a small picture, named for those who don't see it. */
export function VerdictIcon({ kind, isUnknown = false, large = false }: VerdictIconProps) {
  const size = large ? 18 : 12;
  return (
    <svg
      class={`verdict-icon kind-${kind}`}
      role="img"
      aria-label={isUnknown ? strings.verdicts.unknown : strings.kinds[kind].row}
      viewBox="0 0 16 16"
      width={size}
      height={size}
    >
      {isUnknown ? UNKNOWN_SHAPE : VERDICT_SHAPES[kind]}
    </svg>
  );
}

const SHAPES = {
  record: <circle class="icon-fill" cx="8" cy="8" r="5" />,
  paused: <circle cx="8" cy="8" r="4.5" />,
  clear: <path d="M8 2.5A5.5 5.5 0 1 1 7.99 2.5M4.2 4.2 11.8 11.8" />,
  back: <path d="M10 3 5 8 10 13" />,
  down: <path d="M4 6 8 10 12 6" />,
  up: <path d="M4 10 8 6 12 10" />,
  right: <path d="M6 4 10 8 6 12" />,
  check: <path d="M2.5 8.5 6.5 12.5 13.5 4" />,
  cross: <path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5" />,
  question: UNKNOWN_SHAPE,
  dash: <path d="M4 8H12" />,
  info: <path d="M8 2.5A5.5 5.5 0 1 1 7.99 2.5M8 7.5V11M8 5V5.1" />,
  advice: <path d="M6 13.5H10M6.2 11.2C6 9.6 4 8.8 4 6.4A4 4 0 0 1 12 6.4C12 8.8 10 9.6 9.8 11.2Z" />,
  alert: <path d="M8 2.5 14 13.5H2ZM8 6.5V9.5M8 11.4V11.5" />,
  diamond: <path d="M8 2.5 13.5 8 8 13.5 2.5 8Z" />,
  circle: <circle cx="8" cy="8" r="4.5" />,
  keep: <path d="M5.5 2.5H10.5M6.5 2.5V7L4.5 9.5H11.5L9.5 7V2.5M8 9.5V13.5" />,
  group: <path d="M2.5 4H13.5M5.5 8H13.5M5.5 12H13.5M2.5 8H2.6M2.5 12H2.6" />,
  settings: <path d="M2.5 5H7M11 5H13.5M2.5 11H5M9 11H13.5M9 3V7M7 9V13" />,
  export: <path d="M8 10V2.5M5 5.5 8 2.5 11 5.5M3 9.5V13H13V9.5" />,
  open: <path d="M8 2.5V10M5 7 8 10 11 7M3 9.5V13H13V9.5" />,
  servers: <path d="M3 3H13V7H3ZM3 9H13V13H3ZM5.5 5H5.6M5.5 11H5.6" />,
} as const;

export type IconName = keyof typeof SHAPES;

/** A picture beside words that already say it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" aria-hidden="true" viewBox="0 0 16 16" width="14" height="14">
      {SHAPES[name]}
    </svg>
  );
}

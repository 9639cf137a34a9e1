import { type Signal, useSignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Which parts of the panel somebody has opened or closed, by name. The others are as they are at first. */
export type Folds = Signal<ReadonlyMap<string, boolean>>;

/** What is to be remembered for longer than the parts are on the page. Without it they remember it themselves. */
export const FoldsContext = createContext<Folds | null>(null);

const NONE: ReadonlyMap<string, boolean> = new Map();

/**
 * Whether a part that can be folded is open, and what to call when its `<details>` says that it was toggled.
 *
 * @param openAtFirst as long as nobody has decided
 */
export function useFold(
  name: string,
  openAtFirst: boolean,
): {
  readonly open: boolean;
  readonly onToggle: (event: Event) => void;
  /** For what is folded by something else than a `<details>`. */
  readonly set: (open: boolean) => void;
} {
  const own = useSignal(NONE);
  const folds = useContext(FoldsContext) ?? own;
  const open = folds.value.get(name) ?? openAtFirst;
  const set = (now: boolean): void => {
    folds.value = new Map(folds.peek()).set(name, now);
  };
  return {
    open,
    set,
    onToggle: ({ currentTarget }) => {
      if (!(currentTarget instanceof HTMLDetailsElement)) return;
      // An element that is put on the page open says so, too, which nobody has decided.
      if (currentTarget.open !== open) set(currentTarget.open);
    },
  };
}

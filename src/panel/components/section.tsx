import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useFold } from '../hooks/use-fold.ts';

interface Props {
  readonly heading: string;
  /** Beside the heading. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the detail under its heading. */
export function Section({ heading, aside, children }: Props) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h3>
        <span id={id}>{heading}</span>
        {aside !== undefined && <small>{aside}</small>}
      </h3>
      {children}
    </section>
  );
}

interface FoldProps extends Props {
  /** By which it is remembered whether it is open. */
  readonly name: string;
  /** As long as nobody has opened or closed it. */
  readonly openAtFirst?: boolean;
}

/** A part of the detail that can be folded, which every exchange has as somebody left it at the last one. */
export function Fold({ name, heading, aside, openAtFirst = false, children }: FoldProps) {
  const { open, onToggle } = useFold(name, openAtFirst);
  return (
    <details class="section fold" data-fold={name} open={open} onToggle={onToggle}>
      <summary>
        <h3>
          {heading}
          {aside !== undefined && aside !== '' && <small>{aside}</small>}
        </h3>
      </summary>
      {children}
    </details>
  );
}

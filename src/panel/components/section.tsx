import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

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

/** A part that is closed until somebody wants it. */
export function ClosedSection({ heading, aside, children }: Props) {
  return (
    <details class="section">
      <summary>
        <h3>
          {heading}
          {aside !== undefined && <small>{aside}</small>}
        </h3>
      </summary>
      {children}
    </details>
  );
}

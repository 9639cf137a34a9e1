import { compareStrings as words } from '../compare-strings.ts';
import { quantity } from '../language/formats.ts';
import type { ComparedItemVM, ComparedKind, ComparedVM, Side } from '../view-models/compared.ts';
import type { RowKind } from '../view-models/row.ts';
import { VerdictSign } from './icons.tsx';
import { Pane, PaneHead } from './pane.tsx';
import { Breakable } from './rich-text.tsx';

interface Props {
  readonly compared: ComparedVM;
  /** It has taken the list's place. */
  readonly alone: boolean;
  readonly onLeave: () => void;
  /** Shows the explanation of an exchange of that report. */
  readonly onSelect: (side: Side, exchangeId: string) => void;
}

const SIGNS: Readonly<Record<ComparedKind, RowKind>> = {
  fixed: 'allowed',
  stillFailing: 'blocked',
  changedCause: 'blocked',
  new: 'blocked',
  notSeenAgain: 'open',
};

/** What became of the requests of one report in another. */
export function Compared({ compared, alone, onLeave, onSelect }: Props) {
  const { headline, sides, caveat, sections } = compared;
  return (
    <Pane label={words.heading} name="compared" focused={alone} onLeave={onLeave}>
      <PaneHead heading={headline} alone={alone} onLeave={onLeave} />
      <ul class="compared-sides">
        {sides.map((side) => (
          <li key={side}>{side}</li>
        ))}
      </ul>
      {caveat !== '' && <p class="compared-caveat">{caveat}</p>}
      {sections.map(({ key, heading, why, count, items }) => (
        <section class="compared-section" data-compared={key} key={key}>
          <h3>
            {heading} <span class="compared-count">{quantity(count)}</span>
          </h3>
          <p class="note">{why}</p>
          <ul>
            {items.map((item) => (
              <Item key={item.key} item={item} kind={SIGNS[key]} onSelect={onSelect} />
            ))}
          </ul>
        </section>
      ))}
    </Pane>
  );
}

interface ItemProps {
  readonly item: ComparedItemVM;
  readonly kind: RowKind;
  readonly onSelect: Props['onSelect'];
}

function Item({ item: { method, path, target, cause, exchange }, kind, onSelect }: ItemProps) {
  const request = `${method} ${target}${path}`;
  return (
    <li class="compared-item">
      <span class={`compared-sign kind-${kind}`}>
        <VerdictSign kind={kind} />
      </span>
      <div class="compared-request">
        <code>
          {method} <Breakable text={path} />
        </code>{' '}
        <span class="muted">{target}</span>
        <div>{cause}</div>
      </div>
      <span class="compared-links">
        {(['before', 'after'] as const).map((side) => {
          const id = exchange[side];
          if (id === null) return null;
          return (
            <button
              type="button"
              class="button button-small"
              data-side={side}
              key={side}
              onClick={() => onSelect(side, id)}
            >
              {words[side]}
              <span class="visually-hidden"> {request}</span>
            </button>
          );
        })}
      </span>
    </li>
  );
}

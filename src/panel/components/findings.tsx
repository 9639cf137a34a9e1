import { useFold } from '../hooks/use-fold.ts';
import { strings } from '../strings.ts';
import type { ReadableVM } from '../view-models/detail.ts';
import type { FindingVM, NextFailuresVM } from '../view-models/findings.ts';
import { Icon } from './icons.tsx';
import { AboutThis } from './links.tsx';
import { RichText } from './rich-text.tsx';
import { Fold } from './section.tsx';

/** What would fail once the cause is repaired. */
export function NextFailures({ next }: { readonly next: NextFailuresVM | null }) {
  if (next === null) return null;
  const words = strings.nextFailures;
  const count = next.findings.length;
  return (
    <Fold name="next" heading={words.heading} openAtFirst>
      <p>{words.next({ count })}</p>
      <ul class="actions next-failures">
        {next.findings.map((finding) => (
          <li key={finding.key}>
            <RichText parts={finding.headline} /> <AboutThis page={finding.page} />
          </li>
        ))}
      </ul>
      {next.areCovered && (
        <p class="proven">
          <Icon name="check" /> {words.covered({ count })}
        </p>
      )}
    </Fold>
  );
}

/** What to know besides. */
export function Notes({ notes }: { readonly notes: readonly FindingVM[] }) {
  if (notes.length === 0) return null;
  return (
    <Fold name="notes" heading={strings.notes.heading} openAtFirst>
      <ul class="notes">
        {notes.map((note) => (
          <Note key={note.key} note={note} />
        ))}
      </ul>
    </Fold>
  );
}

function Note({ note: { key, headline, explanation, page } }: { readonly note: FindingVM }) {
  const { open, onToggle } = useFold(`note ${key}`, false);
  return (
    <li>
      <Icon name="info" />
      <details open={open} onToggle={onToggle}>
        <summary>
          <RichText parts={headline} />
        </summary>
        <p class="muted">
          <RichText parts={explanation} /> <AboutThis page={page} />
        </p>
      </details>
    </li>
  );
}

export function ReadableHeaders({ readable }: { readonly readable: ReadableVM | null }) {
  if (readable === null) return null;
  const words = strings.readable;
  return (
    <Fold
      name="readable"
      heading={words.heading}
      aside={
        readable.conditional === null
          ? words.count({ readable: readable.readable.length, hidden: readable.hidden.length })
          : ''
      }
      openAtFirst
    >
      <dl class="readable">
        <dt>{words.readable}</dt>
        <dd>
          <Names names={readable.readable} />
        </dd>
        {readable.conditional !== null && (
          <>
            <dt>{readable.conditional.condition}</dt>
            <dd>
              <Names names={readable.conditional.names} />
            </dd>
          </>
        )}
        <dt>{words.hidden}</dt>
        <dd>
          <Names names={readable.hidden} />
        </dd>
      </dl>
    </Fold>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return strings.readable.none;
  return names.map((name) => (
    <code class="name" key={name}>
      {name}
    </code>
  ));
}

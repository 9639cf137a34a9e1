import { strings } from '../strings.ts';
import type { ReadableVM } from '../view-models/detail.ts';
import type { FindingVM, NextFailuresVM } from '../view-models/findings.ts';
import { Icon } from './icons.tsx';
import { AboutThis } from './links.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';

/** What would fail once the cause is repaired. */
export function NextFailures({ next }: { readonly next: NextFailuresVM | null }) {
  if (next === null) return null;
  const words = strings.nextFailures;
  const count = next.findings.length;
  return (
    <Section heading={words.heading}>
      <p>{words.next(count)}</p>
      <ul class="actions next-failures">
        {next.findings.map((finding) => (
          <li key={finding.key}>
            <RichText parts={finding.headline} /> <AboutThis page={finding.page} />
          </li>
        ))}
      </ul>
      {next.areCovered && (
        <p class="proven">
          <Icon name="check" /> {words.covered(count)}
        </p>
      )}
    </Section>
  );
}

/** What to know besides. */
export function Notes({ notes }: { readonly notes: readonly FindingVM[] }) {
  if (notes.length === 0) return null;
  return (
    <Section heading={strings.notes.heading}>
      <ul class="notes">
        {notes.map((note) => (
          <li key={note.key}>
            <Icon name="info" />
            <div>
              <p>
                <RichText parts={note.headline} />
              </p>
              <p class="muted">
                <RichText parts={note.explanation} /> <AboutThis page={note.page} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function ReadableHeaders({ readable }: { readonly readable: ReadableVM | null }) {
  if (readable === null) return null;
  const words = strings.readable;
  return (
    <Section heading={words.heading}>
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
    </Section>
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

import { strings } from '../strings.ts';
import type { OtherFindingVM, ReadableVM } from '../view-models/detail.ts';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';

/** What the next checks would complain of, and advice. */
export function OtherFindings({ findings }: { readonly findings: readonly OtherFindingVM[] }) {
  if (findings.length === 0) return null;
  return (
    <Section heading={strings.findings.heading}>
      <ul class="findings">
        {findings.map((finding) => (
          <li class={`finding finding-${finding.severity}`} key={finding.key}>
            <p>
              <RichText parts={finding.headline} />
            </p>
            <p class="muted">
              <RichText parts={finding.explanation} />
            </p>
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

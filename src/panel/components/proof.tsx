import { useFold } from '../hooks/use-fold.ts';
import { strings } from '../strings.ts';
import type { EvidenceVM, ProofGroup, ProofLine, ProofVM } from '../view-models/proof.ts';
import type { RowKind } from '../view-models/row.ts';
import { Icon, type IconName, VerdictIcon } from './icons.tsx';
import { RichText } from './rich-text.tsx';
import { Fold } from './section.tsx';

const words = strings.proof;

const ICONS = {
  pass: 'check',
  fail: 'cross',
  unknown: 'question',
  'not-applicable': 'dash',
} as const satisfies Record<ProofLine['outcome'], IconName>;

interface Props {
  readonly proof: ProofVM;
  readonly kind: RowKind;
  readonly isUnknown: boolean;
}

/** Every check from the first to the verdict: what it compared, and where the standard says so. */
export function Proof({ proof, kind, isUnknown }: Props) {
  return (
    <Fold name="proof" heading={words.heading} aside={proof.summary} openAtFirst={proof.openAtFirst}>
      {proof.groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
      <p class="conclusion">
        <VerdictIcon kind={kind} isUnknown={isUnknown} />
        <span>
          <RichText parts={proof.conclusion} />
        </span>
      </p>
    </Fold>
  );
}

function Group({ group }: { readonly group: ProofGroup }) {
  const { open, onToggle } = useFold(`proof ${group.key}`, group.open);
  return (
    <details class={`checks check-${group.outcome}`} open={open} onToggle={onToggle}>
      <summary class="checks-head">
        <Icon name={ICONS[group.outcome]} />
        <span class="visually-hidden">{labelled(words.outcome[group.outcome])} </span>
        <b>{group.title}</b>
        {group.about !== '' && <code>{group.about}</code>}
        {group.tally !== '' && <small>{group.tally}</small>}
      </summary>
      <ol>
        {group.lines.map((line) => (
          <Check key={line.key} line={line} />
        ))}
      </ol>
    </details>
  );
}

function Check({ line }: { readonly line: ProofLine }) {
  return (
    <li class={`check check-${line.outcome}${line.reached ? '' : ' not-reached'}`}>
      <Icon name={ICONS[line.outcome]} />
      <div class="check-body">
        <span class="visually-hidden">{labelled(words.outcome[line.outcome])} </span>
        <RichText parts={line.words} />
        {line.tags.map((tag) => (
          <span class="tag" key={tag}>
            {tag}
          </span>
        ))}
        {line.evidence.length > 0 && (
          <ul class="evidence">
            {line.evidence.map((evidence) => (
              <Evidence key={`${evidence.message} ${evidence.name}`} evidence={evidence} />
            ))}
          </ul>
        )}
      </div>
      <span class="check-links">
        {line.links.map(({ label, url }) => (
          <a key={url} href={url} target="_blank" rel="noreferrer">
            {label}
          </a>
        ))}
      </span>
    </li>
  );
}

function Evidence({ evidence: { message, name, lines } }: { readonly evidence: EvidenceVM }) {
  return (
    <li>
      <span class="evidence-message">{message}</span>{' '}
      {lines.length === 0 ? (
        words.absent({ name: <code>{name}</code> })
      ) : (
        <code>{lines.map((line) => `${name}: ${line === '' ? words.empty : line}`).join('\n')}</code>
      )}
    </li>
  );
}

function labelled(label: string): string {
  return strings.labelled({ label });
}

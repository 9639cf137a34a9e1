import { strings } from '../strings.ts';
import type { EvidenceVM, ProofStep, ProofVM } from '../view-models/proof.ts';
import { Icon, type IconName } from './icons.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';

const words = strings.proof;

const ICONS = {
  pass: 'check',
  fail: 'cross',
  unknown: 'question',
  'not-applicable': 'dash',
} as const satisfies Record<ProofStep['outcome'], IconName>;

/** Every check, what it looked at, and where the standard says so. */
export function Proof({ proof }: { readonly proof: ProofVM }) {
  const reached = proof.steps.filter((step) => step.reached);
  const others = proof.steps.filter((step) => !step.reached);
  return (
    <Section heading={words.heading} aside={proof.summary}>
      <Checks steps={reached} />
      {others.length > 0 && (
        <details class="not-reached">
          <summary>{words.notReached(others.length)}</summary>
          <Checks steps={others} />
        </details>
      )}
    </Section>
  );
}

function Checks({ steps }: { readonly steps: readonly ProofStep[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <Check key={step.key} step={step} />
      ))}
    </ol>
  );
}

function Check({ step }: { readonly step: ProofStep }) {
  return (
    <li class={`check check-${step.outcome}`}>
      <Icon name={ICONS[step.outcome]} />
      <div class="check-body">
        <span class="visually-hidden">{words.outcome[step.outcome]}: </span>
        <RichText parts={step.label} />
        {step.hop !== '' && <span class="check-notes"> ({step.hop})</span>}
        {step.evidence.length > 0 && (
          <ul class="evidence">
            {step.evidence.map((evidence) => (
              <Evidence key={`${evidence.message} ${evidence.name}`} evidence={evidence} />
            ))}
          </ul>
        )}
      </div>
      <span class="check-links">
        {step.links.map(({ label, url }) => (
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
        <>
          <code>{name}</code> {words.absent}
        </>
      ) : (
        <code>{lines.map((line) => `${name}: ${line}`).join('\n')}</code>
      )}
    </li>
  );
}

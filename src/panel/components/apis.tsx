import { useEffect, useRef } from 'preact/hooks';
import { apiStrings as words } from '../api-strings.ts';
import { strings } from '../strings.ts';
import type { ApisVM, ApiVM, PolicyVM } from '../view-models/apis.ts';
import { MentionLines } from './advice-mentions.tsx';
import { ApiTable } from './api-table.tsx';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';

interface Props {
  readonly view: ApisVM;
  /** The cell that is open and in view from the start. */
  readonly at: string | null;
  /** Present where it has taken the list's place. */
  readonly onBack?: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onAdvice: (key: string) => void;
  /** The user wants to see an exchange that a cell counts. */
  readonly onSelect: (exchangeId: string, cell: string) => void;
}

/** So many servers with failures are read at a glance. */
const FIRST = 3;

/** Server by server: what works and what doesn't, and what it has to allow. */
export function Apis({ view: { apis }, at, onBack, onCopy, onAdvice, onSelect }: Props) {
  const root = useRef<HTMLElement>(null);
  const tookListsPlace = onBack !== undefined;
  useEffect(() => {
    if (tookListsPlace) root.current?.focus();
  }, [tookListsPlace]);
  useEffect(() => {
    const opened = root.current?.querySelector<HTMLElement>('[aria-expanded="true"]');
    opened?.scrollIntoView({ block: 'center' });
    opened?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keyboard.
    <article class="detail apis" ref={root} tabIndex={0} aria-label={words.heading}>
      {onBack && (
        <button type="button" class="button back" onClick={onBack}>
          <Icon name="back" />
          {strings.detail.back}
        </button>
      )}
      <h2>{words.heading}</h2>
      {apis.length === 0 ? (
        <div class="advice-empty">
          <h3>{words.empty.title}</h3>
          <p>{words.empty.line}</p>
        </div>
      ) : (
        <p class="muted">{words.intro}</p>
      )}
      {apis.map((api, index) => (
        <details
          class="api"
          key={api.key}
          open={(api.hasFailures && index < FIRST) || apis.length === 1 || isIn(api, at)}
        >
          <summary>
            <Icon name="right" />
            <h3>{api.label}</h3>
            <small class={api.hasFailures ? 'api-failing' : ''}>{api.summary}</small>
          </summary>
          <div class="api-body">
            <ApiTable api={api} at={at} onSelect={onSelect} />
            <p class="muted">{api.preflights}</p>
            {api.policy !== null && <Policy policy={api.policy} onCopy={onCopy} />}
            {api.beyond !== '' && <p class="muted">{api.beyond}</p>}
            {api.advice.length > 0 && <h4>{strings.advice.mention}</h4>}
            <MentionLines advice={api.advice} onAdvice={onAdvice} />
          </div>
        </details>
      ))}
    </article>
  );
}

function isIn({ rows }: ApiVM, at: string | null): boolean {
  return (
    at !== null && rows.some(({ works, fails, other }) => [works, fails, other].some(({ key }) => key === at))
  );
}

function Policy({ policy, onCopy }: { readonly policy: PolicyVM } & Pick<Props, 'onCopy'>) {
  return (
    <>
      <h4>
        {words.policy} <small>{policy.proof}</small>
      </h4>
      <div class="policy">
        <dl>
          {policy.lines.map(({ term, value, isWords }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{isWords ? value : <code>{value}</code>}</dd>
            </div>
          ))}
        </dl>
        <CopyButton label={words.copy} text={policy.copyText} onCopy={onCopy} />
      </div>
    </>
  );
}

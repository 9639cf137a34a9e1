import { useEffect, useRef } from 'preact/hooks';
import { apiStrings as words } from '../api-strings.ts';
import { strings } from '../strings.ts';
import type { ApisVM, ApiVM, PolicyVM } from '../view-models/apis.ts';
import { MentionLines } from './advice-mentions.tsx';
import { ApiTable } from './api-table.tsx';
import { Configuration, type Configure } from './configuration.tsx';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';
import { Pane, PaneHead } from './pane.tsx';

interface Props {
  readonly view: ApisVM;
  /** The API, or the cell of its table, that is open and in view from the start. */
  readonly at: string | null;
  /** It has taken the list's place. */
  readonly alone: boolean;
  readonly onLeave: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onAdvice: (key: string) => void;
  /** The user wants to see an exchange that a cell counts. */
  readonly onSelect: (exchangeId: string, cell: string) => void;
  readonly configure: Configure;
}

/** So many servers with failures are read at a glance. */
const FIRST = 3;

/** Server by server: what works and what doesn't, and what it has to allow. */
export function Apis({ view: { apis }, at, alone, onLeave, onCopy, onAdvice, onSelect, configure }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const cell = list.current?.querySelector<HTMLElement>('[aria-expanded="true"]');
    cell?.scrollIntoView({ block: 'center' });
    cell?.focus();
  }, []);
  useEffect(() => {
    const opened = [...(list.current?.querySelectorAll('details') ?? [])].find(
      ({ dataset }) => dataset['api'] === at,
    );
    if (opened === undefined) return;
    // It may have been folded since it was drawn open.
    opened.open = true;
    opened.scrollIntoView();
    opened.querySelector('summary')?.focus();
  }, [at]);
  return (
    <Pane name="apis" label={words.heading} focused={alone} onLeave={onLeave}>
      <PaneHead heading={words.heading} alone={alone} onLeave={onLeave} />
      {apis.length === 0 ? (
        <div class="advice-empty">
          <h3>{words.empty.title}</h3>
          <p>{words.empty.line}</p>
        </div>
      ) : (
        <p class="muted">{words.intro}</p>
      )}
      <div ref={list}>
        {apis.map((api, index) => (
          <details
            class="api"
            data-api={api.key}
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
              {api.configuration !== null && (
                <Configuration configuration={api.configuration} configure={configure} onCopy={onCopy} />
              )}
              {api.beyond !== '' && <p class="muted">{api.beyond}</p>}
              {api.advice.length > 0 && <h4>{strings.advice.mention}</h4>}
              <MentionLines advice={api.advice} onAdvice={onAdvice} />
            </div>
          </details>
        ))}
      </div>
    </Pane>
  );
}

function isIn({ key, rows }: ApiVM, at: string | null): boolean {
  return (
    at === key || rows.some(({ works, fails, other }) => [works, fails, other].some(({ key }) => key === at))
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

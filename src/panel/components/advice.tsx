import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { AdviceHostVM, AdviceLineVM, AdviceVM } from '../view-models/advice.ts';
import { CopyButton } from './copy-button.tsx';
import { Grounds } from './grounds.tsx';
import { Icon } from './icons.tsx';
import { Links } from './links.tsx';
import { Pane, PaneHead } from './pane.tsx';
import { RichText } from './rich-text.tsx';
import { SeverityMark } from './severity-mark.tsx';

interface Props {
  readonly advice: AdviceVM;
  /** Key of the line that is open and in view from the start. */
  readonly at: string | null;
  /** It has taken the list's place. */
  readonly alone: boolean;
  readonly onLeave: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** The user wants to see an exchange that a line names. */
  readonly onSelect: (exchangeId: string, lineKey: string) => void;
}

const words = strings.advice;

/** What could be better, server by server, a line each that unfolds. */
export function Advice({ advice, at, alone, onLeave, onCopy, onSelect }: Props) {
  const hosts = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const summary = at === null ? null : hosts.current?.querySelector<HTMLElement>('details[open] > summary');
    summary?.scrollIntoView();
    summary?.focus();
  }, [at]);
  return (
    <Pane name="advice" label={words.heading} focused={alone} onLeave={onLeave}>
      <PaneHead heading={words.heading} alone={alone} onLeave={onLeave} />
      {advice.empty === null ? (
        <p class="muted">{words.intro}</p>
      ) : (
        <div class="advice-empty">
          <h3>{advice.empty.title}</h3>
          {advice.empty.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <div ref={hosts}>
        {advice.hosts.map((host) => (
          <Host key={host.key} host={host} at={at} onCopy={onCopy} onSelect={onSelect} />
        ))}
      </div>
    </Pane>
  );
}

interface HostProps extends Pick<Props, 'at' | 'onCopy' | 'onSelect'> {
  readonly host: AdviceHostVM;
}

function Host({ host, at, onCopy, onSelect }: HostProps) {
  return (
    <section class="advice-host">
      <h3>{host.label}</h3>
      {host.lines.map((line) => (
        <Line key={line.key} line={line} open={line.key === at} onCopy={onCopy} onSelect={onSelect} />
      ))}
    </section>
  );
}

interface LineProps extends Pick<Props, 'onCopy' | 'onSelect'> {
  readonly line: AdviceLineVM;
  readonly open: boolean;
}

function Line({ line, open, onCopy, onSelect }: LineProps) {
  return (
    <details class="advice-line" open={open}>
      <summary>
        <Icon name="right" />
        <SeverityMark severity={line.severity} />
        <span class="advice-title">
          <RichText parts={line.title} />
        </span>
        <small>{line.extent}</small>
      </summary>
      <div class="advice-body">
        <p class="advice-headline">
          <RichText parts={line.headline} />
        </p>
        <p>
          <RichText parts={line.explanation} />
        </p>
        <Grounds sureness={line.sureness} />
        {line.actions.length > 0 && (
          <>
            <h4>{words.change}</h4>
            <ul class="actions">
              {line.actions.map((parts, index) => (
                // The actions of one line never change their places.
                <li key={index}>
                  <RichText parts={parts} />
                </li>
              ))}
            </ul>
          </>
        )}
        {line.probes !== null && <Probes script={line.probes} onCopy={onCopy} />}
        <h4>{words.shownBy}</h4>
        <ul class="advice-exchanges">
          {line.exchanges.map(({ id, label, times }) => (
            <li key={id}>
              <button
                type="button"
                class="link"
                data-action="show-exchange"
                onClick={() => onSelect(id, line.key)}
              >
                <code>{label}</code>
              </button>
              {times !== '' && <small class="muted"> {times}</small>}
            </li>
          ))}
          {line.more !== '' && <li class="muted">{line.more}</li>}
        </ul>
        <Links about={strings.links.aboutThis} page={line.page} links={line.links} />
      </div>
    </details>
  );
}

function Probes({ script, onCopy }: { readonly script: string } & Pick<Props, 'onCopy'>) {
  return (
    <>
      <h4>{words.probe}</h4>
      <p>
        <RichText parts={words.probeWhy} />
      </p>
      <div class="diff">
        <div class="diff-head">
          <span class="diff-title">{words.probeShell}</span>
          <CopyButton label={words.copyProbe} text={script} onCopy={onCopy} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keyboard. */}
        <pre class="script" tabIndex={0}>
          {script}
        </pre>
      </div>
    </>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { copyStrings as words } from '../copy-strings.ts';
import { usePanelKey } from '../hooks/use-panel-key.ts';
import type { CommandVM, CopyingProps } from '../view-models/copying.ts';
import { Popover } from './popover.tsx';

/** What an exchange can be copied as, beside its explanation. */
export function CopyMenu({ loadCommands, onCopy }: Omit<CopyingProps, 'copyMessage'>) {
  const root = useRef<HTMLSpanElement>(null);
  usePanelKey('copy-as', () => {
    const button = root.current?.querySelector('button');
    button?.focus();
    button?.click();
  });
  return (
    <span class="copy-menu" ref={root}>
      <Popover label={words.menu} heading={words.heading} hint={words.menuHint} shortcut="c">
        {(close) => <Commands loadCommands={loadCommands} onCopy={onCopy} close={close} />}
      </Popover>
    </span>
  );
}

interface CommandsProps extends Omit<CopyingProps, 'copyMessage'> {
  readonly close: () => void;
}

function Commands({ loadCommands, onCopy, close }: CommandsProps) {
  const [commands, setCommands] = useState<readonly CommandVM[] | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isShown = true;
    void loadCommands().then((loaded) => {
      if (isShown) setCommands(loaded);
    });
    return () => {
      isShown = false;
    };
  }, [loadCommands]);
  if (commands === null) return <p class="note">{words.loading}</p>;
  if (commands.length === 0) return <p class="note">{words.none}</p>;
  return (
    <>
      <div class="button-column">
        {commands.map(({ id, label, text }) => (
          <button
            type="button"
            class="button"
            data-command={id}
            key={id}
            onClick={async () => {
              if (await onCopy(text)) close();
              else setSaid(words.notCopied);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <p class="note" role="status">
        {said || words.note}
      </p>
    </>
  );
}

type MessageState = 'copied' | 'notCopied' | 'failed' | null;

/** Copies the message for the team that runs the server. It says in its own place how that went. */
export function CopyMessageButton({ copyMessage }: Pick<CopyingProps, 'copyMessage'>) {
  const [result, setResult] = useState<MessageState>(null);
  const forget = () => setResult(null);
  return (
    <button
      type="button"
      class="button"
      data-action="copy-message"
      title={words.forBackendHint}
      aria-live="polite"
      onClick={async () => {
        setResult(
          await copyMessage().then(
            (worked) => (worked ? 'copied' : 'notCopied'),
            () => 'failed' as const,
          ),
        );
      }}
      onBlur={forget}
      onPointerLeave={forget}
    >
      {result === null ? words.forBackend : words[result]}
    </button>
  );
}

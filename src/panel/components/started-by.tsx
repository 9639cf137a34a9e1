import type { ComponentChildren } from 'preact';
import { strings } from '../strings.ts';
import type { CallVM, OpenSource, StartedByVM } from '../view-models/started-by.ts';

const words = strings.startedBy;

interface Props {
  readonly startedBy: StartedByVM | null;
  /** Null where DevTools can't be asked to show a script. */
  readonly onSource: OpenSource | null;
}

/** Which script started the request, and the calls that led there. */
export function StartedBy({ startedBy, onSource }: Props) {
  if (startedBy === null) return null;
  const { call, stack } = startedBy;
  return (
    <div class="started-by">
      <p>{words.by({ place: <Call call={call} onSource={onSource} /> })}</p>
      {stack.length > 0 && (
        <details>
          <summary>{words.stack({ count: stack.length })}</summary>
          <ol>
            {stack.map((each, index) => (
              // Calls never change their places.
              <li key={index}>
                {each.before !== '' && <span class="call-before">{each.before} </span>}
                <Call call={each} onSource={onSource} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function Call({ call, onSource }: { readonly call: CallVM; readonly onSource: OpenSource | null }) {
  const { place, address, within, source } = call;
  const at =
    source === null || onSource === null ? (
      <code title={address}>{place}</code>
    ) : (
      <button type="button" class="link-button" title={address} onClick={() => onSource(source)}>
        <code>{place}</code>
      </button>
    );
  return <>{within === '' ? at : words.within<ComponentChildren>({ place: at, name: within })}</>;
}

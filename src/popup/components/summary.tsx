import { VerdictIcon } from '../../panel/components/icons.tsx';
import { RichText } from '../../panel/components/rich-text.tsx';
import { strings } from '../strings.ts';
import type { CauseVM, RequestVM, SummaryVM } from '../view-models/summary.ts';

/** What became of the tab's requests: how many were blocked, and why. */
export function Summary({ summary }: { readonly summary: SummaryVM }) {
  const { tone, title, causes, others } = summary;
  return (
    <main class="summary" data-tone={tone}>
      <div role="status">
        <h2>
          <VerdictIcon kind={ICONS[tone]} large />
          {title}
        </h2>
      </div>
      {causes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
        <ul class="causes" aria-label={strings.list} tabIndex={0}>
          {causes.map((cause) => (
            <Cause cause={cause} key={cause.key} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <div class="others">
          {others.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </div>
      )}
    </main>
  );
}

const ICONS = { blocked: 'blocked', fine: 'allowed', undecided: 'open', checking: 'open' } as const;

function Cause({ cause }: { readonly cause: CauseVM }) {
  return (
    <li class="cause">
      <h3>
        <span>{cause.title}</span>
        {cause.count > 1 && <b title={strings.blocked(cause.count)}>{cause.count}</b>}
      </h3>
      {cause.headline !== null && (
        <p>
          <RichText parts={cause.headline} />
        </p>
      )}
      <ul>
        {cause.requests.map((request) => (
          <Request request={request} key={request.key} />
        ))}
      </ul>
      {cause.more > 0 && <p class="more">{strings.more(cause.more)}</p>}
    </li>
  );
}

function Request({ request: { method, target, path, url, count } }: { readonly request: RequestVM }) {
  return (
    <li class="request" title={url}>
      <span class="request-method">{method}</span>
      <span class="request-target">
        <span>{target}</span>
        {path}
      </span>
      {count > 1 && <small>{strings.times(count)}</small>}
    </li>
  );
}

import { VerdictIcon } from '../../panel/components/icons.tsx';
import { RichText } from '../../panel/components/rich-text.tsx';
import { quantity } from '../../panel/language/formats.ts';
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
        <Count count={cause.count} />
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
      {cause.more > 0 && <p class="more">{strings.more({ count: cause.more })}</p>}
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
      <Count count={count} />
    </li>
  );
}

function Count({ count }: { readonly count: number | null }) {
  if (count === null) return null;
  const inWords = strings.blocked({ count });
  return (
    <b class="count" title={inWords}>
      <span aria-hidden="true">{quantity(count)}</span>
      <span class="visually-hidden">{inWords}</span>
    </b>
  );
}

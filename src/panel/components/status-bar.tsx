import { listStrings } from '../list-strings.ts';
import type { ScopeVM, StatusVM } from '../view-models/status.ts';

interface Props {
  readonly status: StatusVM;
  readonly onAlways: (origin: string, on: boolean) => void;
}

export function StatusBar({ status, onAlways }: Props) {
  const { counts, scope, masked } = status;
  return (
    <footer class="status-bar">
      {counts.map((fact) => (
        <span class="status-count" key={fact}>
          {fact}
        </span>
      ))}
      {scope !== null && <Scope scope={scope} onAlways={onAlways} />}
      <span class="status-masked">{masked}</span>
    </footer>
  );
}

/** What is recorded, and why; and for a site that can be, whether it always is. */
function Scope({ scope, onAlways }: { readonly scope: ScopeVM } & Pick<Props, 'onAlways'>) {
  const { site } = scope;
  return (
    <>
      <span class="status-scope" title={scope.why}>
        {scope.text}
      </span>
      {site !== null && (
        <label class="status-always" title={site.origin}>
          <input
            type="checkbox"
            checked={site.on}
            onChange={({ currentTarget }) => onAlways(site.origin, currentTarget.checked)}
          />
          {listStrings.scope.always}
        </label>
      )}
    </>
  );
}

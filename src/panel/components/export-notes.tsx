import { exportStrings as words } from '../export-strings.ts';
import type { AliasesVM, WarningsVM } from '../view-models/export.ts';
import { Icon } from './icons.tsx';

/** What somebody should look at before the report leaves. */
export function ExportWarnings({ warnings }: { readonly warnings: WarningsVM | null }) {
  return (
    <div role="status">
      {warnings !== null && (
        <details class="export-note export-warning" open={warnings.lines.length <= 3}>
          <summary>
            <Icon name="alert" />
            {warnings.title}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keyboard. */}
          <section class="export-note-body" tabIndex={0} aria-label={warnings.title}>
            <ul>
              {warnings.lines.map(({ key, what, excerpt, field }) => (
                <li key={key}>
                  {what}: <code>{excerpt}</code> <code class="muted">{field}</code>
                </li>
              ))}
            </ul>
            <p>{words.warningsWhy}</p>
          </section>
        </details>
      )}
    </div>
  );
}

/** What stands for what in the report. */
export function ExportAliases({ aliases }: { readonly aliases: AliasesVM | null }) {
  if (aliases === null) return null;
  return (
    <details class="export-note">
      <summary>{aliases.title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above. */}
      <section class="export-note-body" tabIndex={0} aria-label={aliases.title}>
        <p>{words.replacedWhy}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.original}</th>
              <th scope="col">{words.alias}</th>
            </tr>
          </thead>
          <tbody>
            {aliases.lines.map(({ from, to }) => (
              <tr key={from + to}>
                <td>
                  <code>{from}</code>
                </td>
                <td>
                  <code>{to}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

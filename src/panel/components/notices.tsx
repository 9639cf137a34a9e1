import type { ActionVM, EmptyVM, NoticeVM, PanelAction } from '../view-models/notices.ts';

interface NoticesProps {
  readonly notices: readonly NoticeVM[];
  readonly onAction: (action: PanelAction) => void;
}

/** What the user should know while they read the list. Each is announced as it comes, and not whenever a number in it grows. */
export function Notices({ notices, onAction }: NoticesProps) {
  return (
    <div class="notices" role="status" aria-atomic={false} aria-relevant="additions">
      {notices.map(({ key, tone, text, actions }) => (
        <p class={`notice notice-${tone}`} data-notice={key} key={key}>
          <span>{text}</span>
          <Actions actions={actions} onAction={onAction} />
        </p>
      ))}
    </div>
  );
}

interface EmptyStateProps {
  readonly empty: EmptyVM;
  readonly onAction: (action: PanelAction) => void;
}

/** The words in place of an empty list. */
export function EmptyState({ empty, onAction }: EmptyStateProps) {
  return (
    <section class="empty" data-empty={empty.key} aria-label={empty.title}>
      <h2>{empty.title}</h2>
      {empty.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {empty.actions.length > 0 && (
        <p class="empty-actions">
          <Actions actions={empty.actions} onAction={onAction} />
        </p>
      )}
    </section>
  );
}

interface ActionsProps {
  readonly actions: readonly ActionVM[];
  readonly onAction: (action: PanelAction) => void;
}

function Actions({ actions, onAction }: ActionsProps) {
  return actions.map(({ action, label }) => (
    <button type="button" class="button" data-action={action} key={action} onClick={() => onAction(action)}>
      {label}
    </button>
  ));
}

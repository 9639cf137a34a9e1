import { noticeStrings } from '../notice-strings.ts';
import type { ActionVM, EmptyVM, NoticeVM, PanelAction } from '../view-models/notices.ts';

interface NoticesProps {
  readonly notices: readonly NoticeVM[];
  /** So many there is room for: if there are more, all but the first are folded. */
  readonly most?: number;
  readonly onAction: (action: PanelAction) => void;
}

/** What the user should know while they read the list. Each is announced as it comes, and not whenever a number in it grows. */
export function Notices({ notices, most = Number.POSITIVE_INFINITY, onAction }: NoticesProps) {
  const first = notices.length > most ? notices.slice(0, 1) : notices;
  const others = notices.slice(first.length);
  return (
    <div class="notices" role="status" aria-atomic={false} aria-relevant="additions">
      <NoticeLines notices={first} onAction={onAction} />
      {others.length > 0 && (
        <details class="more-notices">
          <summary>{noticeStrings.notices.more({ count: others.length })}</summary>
          <NoticeLines notices={others} onAction={onAction} />
        </details>
      )}
    </div>
  );
}

function NoticeLines({ notices, onAction }: Pick<NoticesProps, 'notices' | 'onAction'>) {
  return notices.map(({ key, tone, text, actions }) => (
    <p class={`notice notice-${tone}`} data-notice={key} key={key}>
      <span>{text}</span>
      <Actions actions={actions} onAction={onAction} />
    </p>
  ));
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

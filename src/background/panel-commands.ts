import type { SettingsStorage } from '../platform/settings-storage.ts';
import type { PanelCommand } from './panel-hub.ts';
import type { RecordingControl } from './recording-control.ts';
import { type Settings, withSite } from './settings.ts';
import type { TabRegistry } from './tab-registry.ts';

export interface PanelCommandContext {
  readonly tabs: TabRegistry;
  readonly control: RecordingControl;
  readonly storage: SettingsStorage;
  /** Forgets the tab's exchanges, at its user's wish. */
  clear(tabId: number): void;
  /** Opens the tab's panel in a tab of its own. */
  openInTab(tabId: number): void;
  /** Tells all panels. */
  onSettingsChange(): void;
}

/** Does what a panel asks for. */
export function carryOut(tabId: number, command: PanelCommand, context: PanelCommandContext): void {
  const { tabs, control } = context;
  switch (command.kind) {
    case 'clear':
      context.clear(tabId);
      return;
    case 'set-recording':
      tabs.update(tabId, { paused: !command.on });
      control.rescope();
      return;
    case 'set-keep-on-navigation':
      tabs.update(tabId, { keepOnNavigation: command.on });
      return;
    case 'set-site':
      // Settings are on disk, and a private window is to leave nothing there.
      if (tabs.get(tabId).isPrivate) return;
      changeSettings(withSite(control.settings, command.origin, command.on), context);
      return;
    case 'set-everywhere':
      changeSettings({ ...control.settings, everywhere: command.on }, context);
      return;
    case 'set-count-on-button':
      changeSettings({ ...control.settings, countOnButton: command.on }, context);
      return;
    case 'open-in-tab':
      context.openInTab(tabId);
      return;
  }
}

function changeSettings(
  settings: Settings,
  { control, storage, onSettingsChange }: PanelCommandContext,
): void {
  control.use(settings);
  // If they can't be written, they hold until the browser is closed.
  storage.write(settings).catch(() => {});
  control.rescope();
  onSettingsChange();
}

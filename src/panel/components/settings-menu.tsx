import { strings } from '../strings.ts';
import { Popover } from './popover.tsx';

export interface SettingsMenuProps {
  /** Why the page's site isn't offered; null if there is nothing to say about that. */
  readonly note: string | null;
  /** The page's origin; null if it has none that can be recorded always. */
  readonly site: string | null;
  readonly siteOn: boolean;
  readonly everywhere: boolean;
  readonly countOnButton: boolean;
  readonly onSite: (on: boolean) => void;
  readonly onEverywhere: (on: boolean) => void;
  readonly onCountOnButton: (on: boolean) => void;
}

const words = strings.settings;

/** Where to record, besides development origins and pages whose panel is open; and what the toolbar button shows. */
export function SettingsMenu({ note, site, siteOn, everywhere, countOnButton, ...on }: SettingsMenuProps) {
  return (
    <Popover label={strings.toolbar.settings} icon="settings" heading={words.heading}>
      {() => (
        <>
          {note !== null && <p class="note">{note}</p>}
          {site !== null && (
            <Setting
              label={words.site({ origin: site })}
              why={words.siteWhy}
              on={siteOn}
              onChange={on.onSite}
            />
          )}
          <Setting
            label={words.everywhere}
            why={words.everywhereWhy}
            on={everywhere}
            onChange={on.onEverywhere}
          />
          <Setting
            label={words.countOnButton}
            why={words.countOnButtonWhy}
            on={countOnButton}
            onChange={on.onCountOnButton}
          />
        </>
      )}
    </Popover>
  );
}

interface SettingProps {
  readonly label: string;
  readonly why: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Setting({ label, why, on, onChange }: SettingProps) {
  return (
    <label class="setting">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        <small>{why}</small>
      </span>
    </label>
  );
}

import type { TabState } from '../../src/messages/messages.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { PopupState } from '../../src/popup/popup-state.ts';
import { anExchange, PAGE } from '../rules/exchange-builder.ts';
import { exchanges, manyExchanges } from './exchanges.ts';
import { TAB } from './states.ts';

/** A state of the popup, as it comes from the background and the browser. */
export interface PopupGalleryState {
  readonly exchanges?: readonly Exchange[];
  /** `null`: the background has not answered yet. */
  readonly tab?: Partial<TabState> | null;
  /** `null`: the browser doesn't say. */
  readonly url?: string | null;
  readonly connection?: 'lost';
  readonly isMac?: boolean;
}

/** Fails for the same cause as one of many, elsewhere. */
const CART = anExchange({
  id: 'cart',
  url: 'https://api.example.com/v1/cart',
  response: { status: 500 },
  outcome: 'blocked',
});

const PUBLIC = 'https://www.example.com/';

/** Every state that has words or a look of its own. */
export const POPUP_STATES: Readonly<Record<string, PopupGalleryState>> = {
  connecting: { tab: null },
  blocked: { exchanges: exchanges('allowed', 'serverError', 'headersNotAllowed', 'refused', 'font') },
  'blocked-one': { exchanges: exchanges('allowed', 'preflightUnauthorized'), isMac: true },
  'blocked-again': { exchanges: [...manyExchanges(18), CART, ...exchanges('font')] },
  'blocked-many': { exchanges: manyExchanges(5000) },
  'none-blocked': { exchanges: exchanges('allowed', 'allowedScript', 'opaque') },
  'none-blocked-others': { exchanges: exchanges('allowed', 'refused', 'pending') },
  undecided: { exchanges: exchanges('allowed', 'credentialsUnknown') },
  'no-cross-origin': {},
  'nothing-granted': { tab: { hostAccess: { sites: 'none' } }, url: null },
  'nothing-granted-list': {
    exchanges: exchanges('serverError'),
    tab: { hostAccess: { sites: 'none' } },
    url: null,
  },
  paused: { tab: { recording: { on: false, why: 'paused-by-user' } } },
  'out-of-scope': { tab: { page: PUBLIC, recording: { on: false, why: 'out-of-scope' } }, url: PUBLIC },
  'out-of-scope-list': {
    exchanges: exchanges('serverError'),
    tab: { page: PUBLIC, recording: { on: false, why: 'out-of-scope' } },
  },
  incomplete: { tab: { page: PUBLIC, recording: { on: true, why: 'own-site', complete: false } } },
  'incomplete-list': {
    exchanges: exchanges('serverError'),
    tab: { page: PUBLIC, recording: { on: true, why: 'own-site', complete: false } },
  },
  'browser-page': { url: null },
  lost: { exchanges: exchanges('serverError', 'duplicate'), connection: 'lost' },
  'no-number': { exchanges: exchanges('duplicate'), tab: { countOnButton: false } },
  'look-alike': { exchanges: exchanges('lookAlike') },
  hostile: { exchanges: exchanges('hostile', 'serverError') },
};

/** Brings a popup's state into one of the gallery's. */
export function enterPopup(
  state: PopupState,
  { exchanges: recorded = [], tab = {}, url = `${PAGE}/`, connection }: PopupGalleryState,
): void {
  if (url !== null) state.url.value = url;
  if (tab === null) return;
  state.receive({ kind: 'snapshot', tab: { ...TAB, ...tab }, exchanges: recorded });
  state.connection.value = connection ?? 'live';
}

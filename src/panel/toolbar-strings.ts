import type { Verdict } from '../fetch/evaluation.ts';
import { counted, words } from './language/words.ts';
import type { RowKind } from './view-models/row.ts';

/** The words of the toolbar and its boxes, of verdicts, and of the status bar. */
export const toolbarStrings = words('panel', {
  toolbar: {
    pause: 'Pause recording',
    record: 'Record',
    clear: 'Clear',
    keep: 'Keep on navigation',
    kinds: 'Show by verdict',
    advice: 'Advice',
    adviceHint: 'What could be better',
    adviceCount: counted({
      one: 'What could be better: {count} line',
      other: 'What could be better: {count} lines',
    }),
    export: 'Export',
    settings: 'Settings',
  },
  settings: {
    heading: 'Settings',
    privateWindow: 'Nothing is remembered of a private window, so its sites can’t be recorded always.',
    site: 'Always record {origin}',
    siteWhy: 'From its first request, DevTools open or not.',
    everywhere: 'Record every site',
    everywhereWhy: 'Costs every page about as much as an open DevTools.',
    countOnButton: 'Show the number of blocked requests on the toolbar button',
    countOnButtonWhy: 'For the tab that is shown, while it is recorded.',
  },
  kinds: {
    blocked: { chip: 'blocked', row: 'Blocked', hint: 'Blocked by CORS' },
    failed: { chip: 'failed', row: 'Failed', hint: 'No usable response, and not because of CORS' },
    advice: {
      chip: 'with warning',
      row: 'Allowed, with a warning',
      hint: 'Allowed, and something is wrong all the same',
    },
    allowed: { chip: 'allowed', row: 'Allowed', hint: 'Script may read the response' },
    opaque: {
      chip: 'no-cors',
      row: 'Opaque',
      hint: 'Opaque responses of no-cors requests, hidden unless you ask',
    },
    open: { chip: 'open', row: 'Open', hint: 'Not ended, or the browser doesn’t show enough' },
  } as const satisfies Record<RowKind, { chip: string; row: string; hint: string }>,
  /** How many there are of each kind, beside each other. */
  kindCounts: {
    blocked: counted({ one: '{count} blocked', other: '{count} blocked' }),
    failed: counted({ one: '{count} failed', other: '{count} failed' }),
    advice: counted({ one: '{count} with warning', other: '{count} with warning' }),
    allowed: counted({ one: '{count} allowed', other: '{count} allowed' }),
    opaque: counted({ one: '{count} no-cors', other: '{count} no-cors' }),
    open: counted({ one: '{count} open', other: '{count} open' }),
  } as const satisfies Record<RowKind, unknown>,
  verdicts: {
    allowed: 'Allowed',
    blocked: 'Blocked',
    failed: 'Failed',
    opaque: 'Opaque',
    pending: 'Pending',
    unknown: 'Can’t tell',
  } as const satisfies Record<Verdict, string>,
  list: {
    label: 'Cross-origin requests',
    checking: 'Checking…',
    noStatus: '–',
    opaqueOrigin: 'No origin of its own',
  },
  status: {
    count: counted({ one: '{count} cross-origin request', other: '{count} cross-origin requests' }),
    shown: counted({
      one: '{shown} of {count} cross-origin requests',
      other: '{shown} of {count} cross-origin requests',
    }),
    selected: counted({ one: '{count} selected', other: '{count} selected' }),
    checking: counted({ one: 'checking {count}…', other: 'checking {count}…' }),
    recording: {
      'development-origin': 'development origin, recorded from its first request',
      'own-site': 'your site, recorded from its first request',
      everywhere: 'every site is recorded',
      'panel-open': 'recorded while this panel is open',
    },
    incompleteRecording: {
      'development-origin': 'development origin, recorded since the recorder started',
      'own-site': 'your site, recorded since you chose it',
      everywhere: 'every site is recorded since you chose it',
      'panel-open': 'recorded since this panel opened',
    },
    paused: 'paused',
    masked: 'secrets masked',
  },
});

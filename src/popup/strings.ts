import { counted, slotted, words } from '../panel/language/words.ts';

/** Every word of the popup's own; what it shares with the panel is the panel's, and those about causes are the rules'. */
export const strings = words('popup', {
  list: 'Causes',
  blocked: counted({ one: '{count} blocked request', other: '{count} blocked requests' }),
  noneCertain: counted({
    one: '{count} cross-origin request, not known to be blocked',
    other: '{count} cross-origin requests, none known to be blocked',
  }),
  noneBlocked: counted({
    one: '{count} cross-origin request, not blocked',
    other: '{count} cross-origin requests, none blocked',
  }),
  checking: counted({ one: 'Checking {count} request…', other: 'Checking {count} requests…' }),
  more: counted({ one: 'and {count} more', other: 'and {count} more' }),
  others: {
    failed: counted({
      one: '{count} failed, and not because of CORS.',
      other: '{count} failed, and not because of CORS.',
    }),
    pending: counted({ one: '{count} has not ended.', other: '{count} have not ended.' }),
    unknown: counted({
      one: '{count} undecided: the panel in DevTools says what it hangs on, and may settle it.',
      other: '{count} undecided: the panel in DevTools says what it hangs on, and may settle it.',
    }),
  },
  open: {
    heading: 'The CORS panel',
    how: slotted(
      'Open DevTools ({key}) and choose the {panel} tab: what happened, what to change, and the proof.',
    ),
    howWithKeys: slotted(
      'Open DevTools ({key} or {otherKey}) and choose the {panel} tab: what happened, what to change, and the proof.',
    ),
    inTab: 'Open in a tab',
    report: 'Open a report…',
    reportWhy: 'One that somebody exported, in a tab of its own',
  },
  outOfScope: 'This page isn’t being recorded.',
  setting: 'Show the number on this button',
  empty: {
    connecting: { title: 'Connecting to the recorder…' },
    browserPage: {
      title: 'No web page',
      lines: ['Requests of the browser’s own pages and of extensions aren’t recorded.'],
    },
    outOfScope: {
      title: 'This page isn’t being recorded',
      lines: [
        'Development addresses and sites that you chose are recorded from their first request, other pages while their CORS panel is open.',
      ],
    },
    incomplete: {
      title: 'Nothing recorded yet',
      lines: ['Earlier requests of this page weren’t recorded. Reload it to see them.'],
    },
  },
});

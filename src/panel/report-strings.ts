import type { Damage, HarUnknownKind, LeftOutReason } from '../report/index.ts';
import { counted, words } from './language/words.ts';

/** The words about a report that is opened in the panel. */
export const reportStrings = words('report', {
  open: 'Open a report…',
  /** The toolbar's menu of what is done with reports of others. */
  menu: 'Open',
  menuHeading: 'Open a report',
  openWhy:
    'One that was saved as JSON, or a HAR of any browser or proxy. You can drop the file on this panel, too.',
  drop: 'Drop the report to open it',
  /** Above the list. */
  opened: 'Report “{file}”.',
  openedOf: 'Report “{file}”, made {time}.',
  openedOfBrowser: 'Report “{file}”, made {time} in {browser}.',
  stillRecorded: 'Requests of this page are still recorded.',
  leftOut: counted({
    one: '{count} of its requests is left out to stay within memory, the oldest.',
    other: '{count} of its requests are left out to stay within memory, the oldest first.',
  }),
  /** Of a file that is none of ours. */
  har: {
    opened: 'HAR “{file}”.',
    openedOf: 'HAR “{file}”, written by {tool}.',
    leftOut: counted({
      one: '{count} entry isn’t listed: {reasons}.',
      other: '{count} entries aren’t listed: {reasons}.',
    }),
    reasons: {
      'same-origin': counted({ one: '{count} same-origin', other: '{count} same-origin' }),
      navigation: counted({ one: '{count} page load', other: '{count} page loads' }),
      websocket: counted({ one: '{count} WebSocket', other: '{count} WebSockets' }),
      'not-http': counted({ one: '{count} without a server', other: '{count} without a server' }),
      'service-worker': counted({
        one: '{count} from a service worker',
        other: '{count} from a service worker',
      }),
      'no-initiator': counted({ one: '{count} of no known origin', other: '{count} of no known origin' }),
      unreadable: counted({ one: '{count} unreadable', other: '{count} unreadable' }),
      'too-many': counted({ one: '{count} too many', other: '{count} too many' }),
    } as const satisfies Record<LeftOutReason, unknown>,
    unknown: 'What the file doesn’t say is unknown here, at least of some requests: {facts}.',
    unknowns: {
      credentials: 'whether credentials were included',
      mode: 'the request’s mode',
      outcome: 'what the browser made of it',
      error: 'the browser’s error',
      request: 'the request that a preflight was for',
      'sent-headers': 'what was really sent',
      browser: 'which browser it was',
      'header-lines': 'whether a header came in one line or in several',
    } as const satisfies Record<HarUnknownKind, string>,
    empty: {
      title: 'This HAR holds no cross-origin request',
      lines: ['CORS is about requests that a page sends to another origin.'],
    },
  },
  /** While the file is read. */
  opening: 'Opening “{file}”…',
  close: 'Close the report',
  dismiss: 'Dismiss',
  status: 'from a report',
  statusWhy: 'Requests of a report, explained by the rules of this version.',
  /** In the place of the list, where the panel is a page of its own and of no tab. */
  noTab: {
    title: 'Open a report',
    lines: [
      'Drop a report that was saved as JSON, or a HAR of any browser or proxy, anywhere on this page.',
      'Nothing of it leaves this browser.',
    ],
  },
  empty: { title: 'This report holds no request', lines: ['It was exported before anything was recorded.'] },
  problems: {
    'too-large': '“{file}” is too large: reports have at most {limit} characters.',
    'not-json': '“{file}” isn’t a whole JSON file: it may have been cut off. Export the report again.',
    'not-a-report':
      '“{file}” is neither a CORS Lens report nor a HAR. Reports are exported as JSON from this panel.',
    newer:
      'A newer version of CORS Lens made “{file}” (format {version}; this one reads {known}). Update CORS Lens.',
    /** `{at}` is where it is in the file: `exchanges.12.outcome`. */
    damaged: {
      missing: '“{file}” is damaged: {at} is missing. Export the report again.',
      unknown: '“{file}” is damaged: {at} doesn’t belong in a report. Export the report again.',
      invalid: '“{file}” is damaged: the value of {at} isn’t possible in a report. Export the report again.',
    } as const satisfies Record<Damage, string>,
    unreadable: 'The browser could not read “{file}”. It may have been moved or deleted.',
  },
});

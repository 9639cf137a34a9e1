import type { Damage } from '../report/index.ts';
import { counted, words } from './language/words.ts';

/** The words about a report that is opened in the panel. */
export const reportStrings = words('report', {
  open: 'Open a report…',
  /** The toolbar's menu of what is done with reports of others. */
  menu: 'Open',
  menuHeading: 'Open a report',
  openWhy: 'One that was saved as JSON. You can drop the file on this panel, too.',
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
  close: 'Close the report',
  dismiss: 'Dismiss',
  status: 'from a report',
  statusWhy: 'Requests of a report, explained by the rules of this version.',
  /** In the place of the list, where the panel is a page of its own and of no tab. */
  noTab: {
    title: 'Open a report',
    lines: ['Drop a report that was saved as JSON anywhere on this page, or choose the file.'],
  },
  empty: { title: 'This report holds no request', lines: ['It was exported before anything was recorded.'] },
  problems: {
    'too-large': '“{file}” is too large: reports have at most {limit} characters.',
    'not-json': '“{file}” isn’t a whole JSON file: it may have been cut off. Export the report again.',
    'not-a-report': '“{file}” isn’t a CORS Lens report. Reports are exported as JSON from this panel.',
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

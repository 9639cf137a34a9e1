import type { FormatId } from '../report/index.ts';
import { counted, words } from './language/words.ts';

/** The words of the dialog in which a report is exported. */
export const exportStrings = words('export', {
  heading: 'Export a report',
  which: 'Which requests',
  scopes: {
    failing: 'Blocked and failed ({count})',
    selected: 'Selected ({count})',
    all: 'All ({count})',
  },
  format: 'Format',
  formats: {
    markdown: { name: 'Markdown', why: 'An issue for whoever runs the server' },
    chat: { name: 'Chat message', why: 'Five lines for the back-end team' },
    json: { name: 'JSON', why: 'Everything, to be opened in this panel again' },
    har: { name: 'HAR', why: 'For Network panels, proxies and other tools' },
    playwright: { name: 'Playwright test', why: 'Red now, green after the fix, in a real browser' },
    pytest: { name: 'pytest', why: 'Red now, green after the fix, without a browser' },
  } as const satisfies Record<FormatId, { name: string; why: string }>,
  options: 'Options',
  complete: 'Complete',
  completeWhy: 'Also what else was recorded and found',
  oneLength: 'This format has one length only',
  aliases: 'Replace hosts and paths by aliases',
  aliasesWhy: 'The same name gets the same alias everywhere',
  preview: 'What will leave',
  /** After the name of the file. */
  size: '{size} kB',
  sizeLarge: '{size} MB',
  requests: counted({ one: '{count} request', other: '{count} requests' }),
  /** Below the beginning of a long text. */
  rest: counted({ one: '{count} more character', other: '{count} more characters' }),
  showMore: 'Show more',
  masked: 'Cookies, tokens and keys were masked before they were recorded.',
  copy: 'Copy',
  save: 'Save',
  cancel: 'Cancel',
  again: 'Start again',
  progress: {
    label: 'Writing the report',
    loading: 'Getting ready…',
    choosing: 'Choosing the requests…',
    explaining: 'Explaining {done} of {total}',
    writing: 'Writing…',
  },
  ready: 'The report is ready.',
  copied: 'Report copied',
  saved: 'Report saved',
  notCopied: 'The browser did not let the panel use the clipboard. Save the report instead.',
  cancelled: 'Cancelled. Nothing has left the panel.',
  failed: 'The report could not be written. Export fewer requests, or another format.',
  nothing: 'There is no request to export.',
});

import type { RequestType } from '../model/exchange.ts';
import type { ColumnId } from './view-models/columns.ts';
import type { FilterKey } from './view-models/filter-terms.ts';
import type { Grouping } from './view-models/groups.ts';

/** The words of the list's columns, groups, filter and selection. */
export const listStrings = {
  columns: {
    verdict: 'Verdict',
    method: 'Method',
    target: 'Target',
    path: 'Path',
    cause: 'Cause',
    status: 'Status',
    initiator: 'Started by',
    began: 'Began',
    took: 'Took',
  } satisfies Record<ColumnId, string>,
  columnHints: {
    verdict: 'What the browser decided',
    method: 'Method of the first request',
    target: 'Origin of the API that was asked',
    path: 'Path and query of the first URL',
    cause: 'What decided, in a few words',
    status: 'Status that decided: the preflight’s if it broke there',
    initiator: 'What asked for it, and in Chromium the line of script where DevTools know it',
    began: 'Since the page began to load',
    took: 'From its beginning to its end',
  } satisfies Record<ColumnId, string>,
  types: {
    xmlhttprequest: 'fetch/XHR',
    script: 'script',
    stylesheet: 'stylesheet',
    image: 'image',
    font: 'font',
    media: 'media',
    beacon: 'beacon',
    other: 'other',
  } satisfies Record<RequestType, string>,
  unknownDuration: '–',
  sinceLoad: (duration: string, clock: string) => `${duration} after the page began to load, at ${clock}`,
  pageLoad: (url: string, time: string) => `Page load at ${time}: ${url}`,
  requestsTo: (count: number, target: string) =>
    `${count} ${count === 1 ? 'request' : 'requests'} to ${target}`,
  requestsToApis: (count: number, apis: number) => `${count} requests to ${apis} APIs`,
  grouping: {
    heading: 'Grouping of the list',
    by: 'Group requests',
    button: { api: 'Group: API', cause: 'Group: cause', none: 'Group: none' } satisfies Record<
      Grouping,
      string
    >,
    choices: {
      api: 'By API: the origin that is asked',
      cause: 'By cause: what one change may mend',
      none: 'Not at all: in the order of time',
    } satisfies Record<Grouping, string>,
    closeAll: 'Close all groups',
    openAll: 'Open all groups',
    order: 'Order',
    reverse: 'The other way round',
    hint: 'Alt+click on a heading opens or closes all groups.',
  },
  filter: {
    label: 'Filter requests',
    placeholder: 'Filter, e.g. status:5xx method:PUT -fonts',
    title: 'Words, key:value, and - in front for the opposite (Ctrl+F or /)',
    clear: 'Clear the filter',
    completions: 'Completions',
    hint: '`-` in front means not. Quotes keep spaces together.',
    keys: {
      status: '404, 4xx',
      method: 'GET, PUT',
      target: 'the API’s origin',
      origin: 'the initiator’s origin',
      cause: 'its id, or its words',
      type: 'fetch, font, script',
      verdict: 'blocked, failed, warning',
    } satisfies Record<FilterKey, string>,
  },
  scope: {
    always: 'Always record this site',
    why: {
      'development-origin':
        'People develop on localhost, private addresses, .test and .local: such pages are recorded from their first request, DevTools open or not.',
      'own-site': 'You chose to always record this site, DevTools open or not.',
      everywhere: 'You chose to record every site, in the settings.',
      'panel-open':
        'Watching costs a page a little, so other sites are recorded only while this panel is open.',
      'paused-by-user': 'You paused the recording.',
      'out-of-scope': 'Nothing asks for this page to be recorded.',
    },
  },
} as const;

import type { RequestType } from '../model/exchange.ts';
import { counted, words } from './language/words.ts';
import type { ColumnId } from './view-models/columns.ts';
import type { FilterKey } from './view-models/filter-terms.ts';
import type { Grouping } from './view-models/groups.ts';

/** The words of the list's columns, groups, filter and selection. */
export const listStrings = words('list', {
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
  } as const satisfies Record<ColumnId, string>,
  columnHints: {
    verdict: 'What the browser decided',
    method: 'Method of the first request',
    target: 'Origin of the API that was called',
    path: 'Path and query of the first URL',
    cause: 'What decided, in a few words',
    status: 'Status that decided: the preflight’s if it broke there',
    initiator: 'What sent it: in Chromium the line of script, where DevTools knows it',
    began: 'Since the page began to load',
    took: 'From its beginning to its end',
  } as const satisfies Record<ColumnId, string>,
  types: {
    xmlhttprequest: 'fetch/XHR',
    script: 'script',
    stylesheet: 'stylesheet',
    image: 'image',
    font: 'font',
    media: 'media',
    beacon: 'beacon',
    other: 'other',
  } as const satisfies Record<RequestType, string>,
  unknownDuration: '–',
  sinceLoad: '{duration} after the page began to load, at {clock}',
  pageLoad: 'Page load at {time}: {url}',
  requestsTo: counted({ one: '{count} request to {target}', other: '{count} requests to {target}' }),
  requestsToApis: counted({
    one: '{count} request to {apis} APIs',
    other: '{count} requests to {apis} APIs',
  }),
  grouping: {
    heading: 'Grouping of the list',
    by: 'Group requests',
    button: { api: 'Group: API', cause: 'Group: cause', none: 'Group: none' } as const satisfies Record<
      Grouping,
      string
    >,
    choices: {
      api: 'By API: the origin that is called',
      cause: 'By cause: what one change may fix',
      none: 'Not at all: in order of time',
    } as const satisfies Record<Grouping, string>,
    closeAll: 'Close all groups',
    openAll: 'Open all groups',
    order: 'Sort by',
    reverse: 'Descending',
    hint: 'Alt+click on a heading opens or closes all groups.',
  },
  filter: {
    label: 'Filter requests',
    placeholder: 'Filter, e.g. status:5xx method:PUT -fonts',
    title: 'Words, key:value, and - in front to leave something out (Ctrl+F or /)',
    clear: 'Clear the filter',
    completions: 'Completions',
    hint: '`-` in front leaves it out. Quotes keep words together.',
    keys: {
      status: '404, 4xx',
      method: 'GET, PUT',
      target: 'the API’s origin',
      origin: 'the initiator’s origin',
      cause: 'its id, or its words',
      type: 'fetch, font, script',
      verdict: 'blocked, failed, warning',
    } as const satisfies Record<FilterKey, string>,
  },
  scope: {
    always: 'Always record this site',
    why: {
      'development-origin':
        'People develop on localhost, private addresses, .test and .local: such pages are recorded from their first request, DevTools open or not.',
      'own-site': 'You chose to always record this site, DevTools open or not.',
      everywhere: 'You chose to record every site, in the settings.',
      'panel-open':
        'Recording costs a page a little time, so other sites are recorded only while this panel is open.',
      'paused-by-user': 'You paused the recording.',
      'out-of-scope': 'This page is not recorded: it is neither a development origin nor one of your sites.',
    },
  },
});

import { counted, words } from './language/words.ts';
import type { Refusal } from './view-models/what-if-edit.ts';

/** The words of the what-if editor. */
export const whatIfStrings = words('whatIf', {
  open: 'What if…',
  openHint: 'Edit headers and see what would come of it (w)',
  label: 'What if: an edited copy of this request',
  nothingSent: 'Nothing is sent. The panel works out what would happen.',
  close: 'Back to the explanation',
  useFix: 'Use the fix',
  reset: 'Reset',
  asRecorded: 'As recorded',
  edited: counted({
    one: '{count} change · recorded: {verdict}',
    other: '{count} changes · recorded: {verdict}',
  }),
  assumes: {
    preflight: 'Only if the server answers the preflight as assumed below:',
    response: 'Only if the server responds as assumed below:',
    both: 'Only if the server answers the preflight and the request as assumed below:',
  },
  diagram: 'What would happen',
  editor: 'Edit',
  request: 'Request',
  method: 'Method',
  credentials: 'Credentials',
  credentialsOptions: {
    include: 'Included',
    'same-origin': 'Not included',
    unknown: 'Not visible, taken as not included',
  },
  credentialsProof: {
    include: 'Credentials are included: you chose that.',
    'same-origin': 'Credentials aren’t included: you chose that.',
    unknown: 'The browser doesn’t show the credentials mode: it is taken as not included.',
  },
  status: 'Status',
  preflight: 'Response to the preflight',
  response: 'Response to the {method}',
  redirect: 'Redirect {number}: {title}',
  notes: {
    newPreflight:
      'The edited request needs a preflight, and none was sent. Nobody knows how the server would answer, so this is assumed.',
    unseenPreflight: 'The server’s answer to the preflight was never seen, so this is assumed.',
    unseenResponse: 'This response was never seen, so it is assumed.',
    otherPreflight: 'This is the answer to another preflight. The server may answer this one differently.',
    otherResponse: 'This is the response to another request. The server may respond to this one differently.',
    valuesNotShown: 'The browser doesn’t show the values of headers whose preflight failed.',
  },
  others: counted({
    one: '{count} other line changes nothing here.',
    other: '{count} other lines change nothing here.',
  }),
  name: 'Header name',
  value: 'Value',
  nameIn: 'Header name, {message}',
  valueOf: 'Value of {name}, {message}',
  newLine: 'the new line',
  add: 'Add a line',
  addTo: 'Add a line, {message}',
  remove: 'Remove',
  removeLine: 'Remove {name}, {message}',
  restore: 'Put back',
  restoreLine: 'Put back {name}, {message}',
  marks: { added: 'added', changed: 'changed', removed: 'removed' },
  was: 'was {text}',
  wasEmpty: 'was empty',
  refusals: {
    'no-name': 'A line needs a name, so this one is left out.',
    name: 'A header name has only letters, digits and {signs}, so this line is left out.',
    'value-control': 'A header value can’t have a line break or NUL in it, so this line is left out.',
    'value-not-bytes':
      'A header value consists of bytes: characters beyond U+00FF can’t be in it, so this line is left out.',
    'set-by-browser': 'Only the browser sets this header; script can’t. This line is left out.',
    method: 'A method has only letters, digits and {signs}. The recorded one stays.',
    'method-forbidden': 'Script can’t send this method. The recorded one stays.',
    status: 'A status is a number from 200 to 599. The recorded one stays.',
  } as const satisfies Record<Refusal, string>,
  announce: '{verdict}. {headline}',
  announceAssumed: '{assumption} {verdict}. {headline}',
});

/** What browsers propose while the name of a header is typed. */
export const HEADER_NAMES = {
  request: ['Authorization', 'Content-Type', 'If-None-Match', 'X-Requested-With'],
  response: [
    'Access-Control-Allow-Credentials',
    'Access-Control-Allow-Headers',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Origin',
    'Access-Control-Expose-Headers',
    'Access-Control-Max-Age',
    'Location',
    'Vary',
  ],
} as const;

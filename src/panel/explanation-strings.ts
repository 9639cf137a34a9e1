import type { Finding } from '../rules/diagnosis.ts';
import { counted, slotted, words } from './language/words.ts';

/** The words of an explanation, down to what to change and what else to know. */
export const explanationStrings = words('explanation', {
  detail: {
    label: 'Explanation',
    back: 'Back to the list',
    splitter: 'Width of the list',
  },
  /** Before what a word is about. */
  labelled: '{label}:',
  startedBy: {
    /** A place such as `app.js:42`. */
    by: slotted('Started by {place}'),
    within: slotted('{place} in {name}'),
    after: 'after {what}:',
    noPlace: 'code without a file',
    stack: counted({ one: 'All {count} calls', other: 'All {count} calls' }),
  },
  sureness: {
    term: 'How sure',
    words: { certain: 'Certain', likely: 'Likely', possible: 'Possible' } as const satisfies Record<
      Finding['confidence'],
      string
    >,
  },
  answerer: { term: 'Who answered' },
  badges: {
    enginesAgree: 'Same in {names}',
    pairingLikely: counted({
      one: 'Preflight matched to 1 of {count} requests',
      other: 'Preflight matched to 1 of {count} requests',
    }),
    credentialsInferred: 'Credentials mode {mode}, concluded from the outcome',
    credentialsUnknown: 'Credentials mode not visible',
  },
  diagram: {
    heading: 'What happened',
    browser: 'Browser',
    opaqueOrigin: 'null origin',
    /** What asks, and the method: `fetch GET`, `image GET`. */
    asks: '{what} {method}',
    fetch: 'fetch',
    preflightPassed: 'preflight passed',
    preflightFromCache: 'preflight kept from before · {time}',
    preflightNotSeen: 'preflight: not seen',
    noAnswer: 'no answer',
    stillWaiting: 'waiting…',
    /** Before what nobody has seen. */
    assumed: 'assumed: {what}',
    responseReadable: 'readable response',
    responseOpaque: 'opaque response',
    loadError: 'error event, nothing loaded',
    fromCache: 'from cache',
    redirects: 'redirects',
    /** The picture in sentences: what nobody sent, what one sent to another, and where it broke. */
    remark: '{what}.',
    sends: '{from} to {to}: {what}.',
    breaksHere: 'It breaks here.',
    leftOut: counted({ one: '{count} more redirect passes', other: '{count} more redirects pass' }),
  },
  /** What is wrong, in a few words for an arrow of the diagram. */
  faults: {
    noAllowOrigin: 'no Access-Control-Allow-Origin',
    severalAllowOrigin: 'several Access-Control-Allow-Origin',
    invalidAllowOrigin: 'Access-Control-Allow-Origin isn’t an origin',
    otherAllowOrigin: 'Access-Control-Allow-Origin names another origin',
    wildcardWithCredentials: 'Access-Control-Allow-Origin: * with credentials',
    noAllowCredentials: 'no Access-Control-Allow-Credentials',
    otherAllowCredentials: 'Access-Control-Allow-Credentials isn’t true',
    preflightStatus: 'status isn’t 2xx',
    preflightRedirect: 'redirects the preflight',
    malformedAllowMethods: 'Access-Control-Allow-Methods is malformed',
    malformedAllowHeaders: 'Access-Control-Allow-Headers is malformed',
    notAllowed: '{name} isn’t allowed',
    redirectToScheme: 'redirects to another scheme',
    redirectWithCredentials: 'redirects to a URL with credentials',
  },
  change: {
    heading: 'What to change',
    proven: 'Applied to this exchange, every check passes',
    provenWithoutCredentials: 'Applied to this exchange, every check passes, if it includes no credentials',
    notByHeaders: 'Headers alone don’t fix this',
    unproven: 'The browser doesn’t show whether this is enough',
    preflight: 'Response to the preflight, OPTIONS {url}',
    request: 'In your page’s code, {method} {url}',
    response: 'Response to {method} {url}',
    errorResponse: 'Response to {method} {url}, also when it is an error',
    assumed: 'This response was never seen: what it lacks is concluded from the request.',
    status: 'HTTP status {status}',
    copy: 'Copy headers',
    copied: 'Copied',
    notCopied: 'Not copied',
    empty: '(empty)',
    added: 'Add',
    removed: 'Remove',
  },
  nextFailures: {
    heading: 'After you fix this',
    next: counted({ one: 'The next check will fail, too:', other: 'The next checks will fail, too:' }),
    covered: counted({
      one: 'The change above fixes this as well.',
      other: 'The change above fixes all of this as well.',
    }),
  },
  notes: { heading: 'Good to know' },
  branches: {
    heading: 'What it depends on',
    sameVerdict: 'the verdict is the same either way, the reason isn’t',
    conditions: {
      'credentials-include':
        'If the request includes credentials (`credentials: "include"` of `fetch`, `withCredentials` of `XMLHttpRequest`, `crossorigin="use-credentials"`)',
      'credentials-not-include': 'If it doesn’t',
    },
    /** Under a condition: the verdict, and what is wrong then. */
    branch: slotted('{condition}: {verdict} {words}'),
    verdict: '{verdict}.',
    sameChange: 'Then make the change above.',
    settling: 'What would settle it',
    asked: 'The panel asked, and got no answer.',
    cannotAsk: 'The panel can only ask inside DevTools, and this one is in a tab of its own.',
  },
  disagreements: { label: 'Browsers that decide differently' },
  readable: {
    heading: 'Response headers and script',
    count: '{readable} readable, {hidden} not',
    readable: 'Script can read',
    conditional: {
      'credentials-not-include': 'Script can read if credentials aren’t included',
      fetch: 'Script can read with fetch() only',
      both: 'Script can read with fetch() only, if credentials aren’t included',
    },
    hidden: 'Script can’t read',
    none: 'none',
  },
  links: { label: 'Read more', aboutCause: 'About this cause', aboutThis: 'About this' },
});

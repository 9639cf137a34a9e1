import type { ReadableCondition, Verdict } from '../fetch/evaluation.ts';
import type { Engine } from '../model/exchange.ts';
import type { AdviceSeverity } from '../rules/advice/advice.ts';
import type { Finding, OpinionAlternative, PreflightExplanation } from '../rules/diagnosis.ts';
import type { AccessGap } from './view-models/access-gap.ts';
import type { ProofPart } from './view-models/proof.ts';
import type { RowKind } from './view-models/row.ts';

/** What is said where requests are missing: in place of an empty list, and in a line above a list. */
export interface GapWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly notice: string;
}

/** The first names of a list, and how many more there are. */
function someOf(names: readonly string[]): string {
  const [first = '', second, ...others] = names;
  if (second === undefined) return first;
  return others.length === 0 ? `${first} and ${second}` : `${first} and ${others.length + 1} more sites`;
}

/**
 * Every word of the panel's own; those about causes are the rules'. Backticks mark code. Functions fill in numbers
 * and values.
 */
export const strings = {
  title: 'CORS Lens',
  toolbar: {
    pause: 'Pause recording',
    record: 'Record',
    clear: 'Clear',
    keep: 'Keep on navigation',
    kinds: 'Show by verdict',
    advice: 'Advice',
    adviceHint: (count: number) =>
      count === 0
        ? 'What could be better'
        : `What could be better: ${count} ${count === 1 ? 'line' : 'lines'}`,
    export: 'Export',
    settings: 'Settings',
  },
  settings: {
    heading: 'Settings',
    privateWindow: 'Nothing is remembered of a private window, so its sites can’t be recorded always.',
    site: (origin: string) => `Always record ${origin}`,
    siteWhy: 'From its first request, DevTools open or not.',
    everywhere: 'Record every site',
    everywhereWhy: 'Costs every page about as much as an open DevTools.',
    countOnButton: 'Show the number of blocked requests on the toolbar button',
    countOnButtonWhy: 'For the tab that is shown, while it is recorded.',
  },
  export: {
    heading: 'Export a report',
    which: 'Which requests',
    failing: (count: number) => `Blocked and failed (${count})`,
    selected: (count: number) => `Selected (${count})`,
    all: (count: number) => `All (${count})`,
    copyMarkdown: 'Copy Markdown',
    copyJson: 'Copy JSON',
    saveMarkdown: 'Save Markdown',
    saveJson: 'Save JSON',
    note: 'Cookies, tokens and keys were masked before they were recorded.',
    copied: 'Report copied',
    saved: 'Report saved',
    notCopied: 'The browser did not let the panel use the clipboard. Save the report instead.',
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
  } satisfies Record<RowKind, { chip: string; row: string; hint: string }>,
  announcement: ({ blocked, failed }: Readonly<Record<'blocked' | 'failed', number>>) =>
    [
      [blocked, strings.kinds.blocked.chip],
      [failed, strings.kinds.failed.chip],
    ]
      .flatMap(([count, kind]) => (count === 0 ? [] : `${count} ${kind}`))
      .join(', '),
  list: {
    label: 'Cross-origin requests',
    checking: 'Checking…',
    noStatus: '–',
    groupSummary: (counts: Readonly<Record<RowKind, number>>) =>
      (['blocked', 'failed', 'advice', 'allowed', 'opaque', 'open'] as const)
        .filter((kind) => counts[kind] > 0)
        .map((kind) => `${counts[kind]} ${strings.kinds[kind].chip}`)
        .join(' · '),
    opaqueOrigin: 'No origin of its own',
  },
  detail: {
    label: 'Explanation',
    back: 'Back to the list',
    splitter: 'Width of the list',
    nothingSelected: 'Select a request to see what decided it.',
    allFine: (count: number) =>
      count === 1 ? '1 cross-origin request, not blocked' : `${count} cross-origin requests, none blocked`,
    allFineMore: 'Select one to see which checks it passed, and which response headers script can read.',
    verdicts: {
      allowed: 'Allowed',
      blocked: 'Blocked',
      failed: 'Failed',
      opaque: 'Opaque',
      pending: 'Pending',
      unknown: 'Can’t tell',
    } satisfies Record<Verdict, string>,
  },
  startedBy: {
    term: 'Started by',
    within: (name: string) => `in ${name}`,
    after: (what: string) => `after ${what}:`,
    noPlace: 'code without a file',
    stack: (calls: number) => `All ${calls} calls`,
  },
  sureness: {
    term: 'How sure',
    words: { certain: 'Certain', likely: 'Likely', possible: 'Possible' } satisfies Record<
      Finding['confidence'],
      string
    >,
  },
  answerer: { term: 'Who answered' },
  badges: {
    enginesAgree: (names: string) => `Same in ${names}`,
    pairingLikely: (candidates: number) => `Preflight matched to 1 of ${candidates} requests`,
    credentialsInferred: (mode: string) => `Credentials mode ${mode}, concluded from the outcome`,
    credentialsUnknown: 'Credentials mode not visible',
  },
  diagram: {
    heading: 'What happened',
    browser: 'Browser',
    opaqueOrigin: 'null origin',
    asks: { xmlhttprequest: 'fetch' } as Readonly<Record<string, string>>,
    preflightPassed: 'preflight passed',
    preflightFromCache: 'preflight kept from before · 0 ms',
    preflightNotSeen: 'preflight: not seen',
    noAnswer: 'no answer',
    stillWaiting: 'waiting…',
    responseReadable: 'readable response',
    responseOpaque: 'opaque response',
    networkErrorChromium: 'TypeError: Failed to fetch',
    networkErrorFirefox: 'TypeError: NetworkError',
    loadError: 'error event, nothing loaded',
    fromCache: 'from cache',
    redirects: 'redirects',
    breaksHere: 'It breaks here',
    leftOut: (count: number) => (count === 1 ? '1 more redirect passes' : `${count} more redirects pass`),
  },
  change: {
    heading: 'What to change',
    proven: 'Applied to this exchange, every check passes',
    provenWithoutCredentials: 'Applied to this exchange, every check passes, if it includes no credentials',
    notByHeaders: 'Headers alone don’t fix this',
    unproven: 'The browser doesn’t show whether this is enough',
    preflight: (url: string) => `Response to the preflight, OPTIONS ${url}`,
    request: (method: string, url: string) => `In your page’s code, ${method} ${url}`,
    response: (method: string, url: string) => `Response to ${method} ${url}`,
    alsoErrors: 'also when it is an error',
    assumed: 'This response was never seen: what it lacks is concluded from the request.',
    status: (status: number) => `HTTP status ${status}`,
    copy: 'Copy headers',
    copied: 'Copied',
    notCopied: 'Not copied',
    empty: '(empty)',
    added: 'Add',
    removed: 'Remove',
  },
  nextFailures: {
    heading: 'After you fix this',
    next: (count: number) =>
      count === 1 ? 'The next check will fail, too:' : 'The next checks will fail, too:',
    covered: (count: number) =>
      count === 1 ? 'The change above mends this as well.' : 'The change above mends all of this as well.',
  },
  notes: { heading: 'Good to know' },
  advice: {
    heading: 'Advice',
    intro:
      'What could be better about servers whose answers pass, told from the last 1,000 requests to each.',
    mention: 'Advice for this server',
    show: 'Show',
    severities: { high: 'High', medium: 'Medium', low: 'Low', info: 'Info' } satisfies Record<
      AdviceSeverity,
      string
    >,
    count: (count: number) => `in ${count} ${count === 1 ? 'request' : 'requests'}`,
    cost: (requests: number, time: string) =>
      `costs ${requests} ${requests === 1 ? 'request' : 'requests'}, ${time}`,
    change: 'What to change',
    shownBy: 'Seen in',
    more: (count: number) => `and ${count} more`,
    times: (count: number) => `${count} times`,
    askedBy: (request: string, origin: string) => `${request} for ${origin}`,
    probe: 'Try it',
    probeWhy:
      'These commands ask the server in the name of other origins. Whatever `Access-Control-Allow-Origin` repeats is allowed.',
    probeShell: 'For a POSIX shell (sh, bash, zsh)',
    copyProbe: 'Copy commands',
    empty: (requests: number) =>
      requests === 0
        ? {
            title: 'No advice yet',
            lines: [
              'Advice comes from requests that pass: too much that is allowed, answers that caches mix up, preflights that could be saved.',
              'Nothing is recorded so far.',
            ],
          }
        : {
            title: 'Nothing to improve',
            lines: [
              `In ${requests === 1 ? 'the recorded request' : `the ${requests} recorded requests`} no server allows too much, no cache could mix up answers, and no preflight could be saved.`,
              'More requests may show more: open the pages that matter to you.',
            ],
          },
  },
  branches: {
    heading: 'What it depends on',
    sameVerdict: 'credentials, which change what is wrong but not the verdict',
    conditions: {
      'credentials-include':
        'If the request includes credentials (`credentials: "include"` of `fetch`, `withCredentials` of `XMLHttpRequest`, `crossorigin="use-credentials"`)',
      'credentials-not-include': 'If it doesn’t',
    },
    sameChange: 'Then the change above is the one to make.',
    settling: 'What would settle it',
    asked: 'This panel has asked, and got no answer.',
    cannotAsk: 'This panel is in a tab of its own, where it can’t ask.',
  },
  proof: {
    heading: 'Proof',
    summary: (passed: number, reached: number, engine: string) =>
      `${passed} of ${reached} checks passed, in the order of the Fetch standard and ${engine}`,
    outcome: {
      pass: 'Passed',
      fail: 'Failed',
      unknown: 'Unknown',
      'not-applicable': 'Not applicable',
    },
    parts: { request: 'Request', preflight: 'Preflight', response: 'Response' } satisfies Record<
      ProofPart,
      string
    >,
    hop: (number: number) => `Redirect ${number}`,
    tally: (passed: number, counted: number) => `${passed} of ${counted} passed`,
    noneReached: 'not reached',
    notReached: {
      pass: 'Not reached, would pass',
      fail: 'Not reached, would fail',
      unknown: 'Not reached',
      'not-applicable': 'Not reached',
    },
    only: (engines: string) => `${engines} only, not in the standard`,
    earlier: 'Earlier than in the standard',
    laxer: 'The standard would refuse it',
    absent: 'not there',
    empty: '(empty)',
    mdn: 'MDN',
    standard: (algorithm: string, step: string | undefined) =>
      step === undefined ? algorithm : `${algorithm}, ${/[–,]/.test(step) ? 'steps' : 'step'} ${step}`,
    credentials: { standard: 'Credentials mode', anchor: 'concept-request-credentials-mode' },
    evidenceOf: {
      request: 'Request',
      response: 'Response',
      'preflight-request': 'Preflight',
      'preflight-response': 'Preflight response',
    },
  },
  preflight: {
    whyOne: 'Why a preflight',
    whyNone: 'Why no preflight',
    states: {
      sent: 'sent',
      kept: 'the browser had an answer',
      'not-seen': 'none was seen',
      'not-needed': 'not needed',
      unknown: 'can’t tell',
    } satisfies Record<PreflightExplanation['state'], string>,
    uploadOrStream: 'upload or stream',
    redirect: (number: number) => `Redirect ${number}`,
    took: (time: string, total: string) =>
      total === '' ? `It took ${time}.` : `It took ${time}, of ${total} in all.`,
    keptCost: 'It cost nothing: 0 ms.',
    kept: (from: string, until: string) => `It came at ${from} and counts until ${until}.`,
    show: 'Show it',
  },
  disagreements: { label: 'Browsers that decide otherwise' },
  browsers: {
    heading: 'What each browser says',
    differs: (names: string) => `${names} would decide otherwise`,
    names: { chromium: 'Chromium', firefox: 'Firefox', webkit: 'Safari' } satisfies Record<Engine, string>,
    observed: 'seen here',
    predicted: {
      chromium: 'by its rules',
      firefox: 'by its rules',
      webkit: 'by WebKit’s source, not measured',
    } satisfies Record<Engine, string>,
    silent: 'Prints nothing in its console.',
    conditions: {
      'credentials-include': 'If the request includes credentials',
      'credentials-not-include': 'If it does not include credentials',
      'two-header-lines': 'If the values came in two header lines',
      'one-header-line': 'If they came in one header line',
      'names-this-header': 'If it names this header',
      'names-these-address-spaces': 'If these are the address spaces',
    } satisfies Record<OpinionAlternative['if'], string>,
    parameter: (value: string) => `parameter ${value}`,
  },
  time: { underOne: 'under 1 ms' },
  timing: {
    heading: 'How long it took',
    began: (clock: string) => `It began at ${clock}.`,
    phaseColumn: 'What',
    timeColumn: 'Time',
    hop: (number: number) => `Redirect ${number}`,
    preflight: 'Preflight',
    kept: 'The browser still had the answer to an earlier one.',
    waiting: (method: string) => `${method}, until the response’s headers`,
    waitingWithPreflight: 'Preflight and request, until the response’s headers',
    receiving: 'The rest of the response',
    total: 'In all',
    cost: (preflights: string, total: string, count: number) => {
      const what = count === 1 ? 'the preflight' : `${count} preflights`;
      return total === '' ? `${preflights} for ${what}` : `${total}, ${preflights} of it for ${what}`;
    },
  },
  readable: {
    heading: 'Response headers and script',
    count: (readable: number, hidden: number) => `${readable} readable, ${hidden} not`,
    readable: 'Script can read',
    conditional: (conditions: readonly string[]) => `Script can read ${conditions.join(', ')}`,
    conditions: {
      'credentials-not-include': 'if credentials aren’t included',
      fetch: 'with fetch() only',
    } satisfies Record<ReadableCondition, string>,
    hidden: 'Script can’t read',
    none: 'none',
  },
  headers: {
    heading: 'Headers as they were',
    request: (method: string) => `${method} request`,
    response: (status: number) => `Response ${status}`,
    preflightRequest: 'OPTIONS preflight',
    preflightResponse: (status: number) => `Preflight response ${status}`,
    none: 'No headers.',
    leftOut: (count: number) =>
      count === 1
        ? '1 more line was left out to stay within memory.'
        : `${count} more lines were left out to stay within memory.`,
    notShown: 'The browser did not show this message.',
    unsentRequest: (method: string) => `${method} request, not sent`,
    unsent:
      'Its preflight failed. This is what DevTools says it would have been, without the headers that the browser adds last, such as Origin and Cookie.',
    joined: 'Firefox joins the lines of one name, so two lines look like a list here.',
    duplicate: (count: number) => (count === 2 ? 'sent twice' : `sent ${count} times`),
    masked: 'A secret, which was masked before it was recorded',
    empty: '(empty)',
    messages: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
    search: 'Find in these headers',
    found: (count: number, total: number) =>
      count === 0 ? `None of ${total} lines` : `${count} of ${total} lines`,
    copyValue: 'Copy value',
    copyLine: 'Copy line',
    copyAll: 'Copy all',
    showAll: (length: number) => `Show all ${length} characters`,
    showLess: 'Show less',
  },
  links: { label: 'Read more', aboutCause: 'About this cause', aboutThis: 'About this' },
  notices: {
    lost: 'The connection to the recorder is lost. What is listed stays; new requests are missing until it is back.',
    paused: 'Recording is paused.',
    incomplete: 'Earlier requests of this page weren’t recorded.',
    dropped: (count: number) =>
      count === 1
        ? '1 request was dropped to stay within memory, the oldest.'
        : `${count} requests were dropped to stay within memory, the oldest first.`,
    storageFull:
      'The browser’s storage for extensions is full: what is listed may be lost when the recorder restarts.',
    reload: 'Reload page',
    always: 'Always record this site',
    resume: 'Record',
    clear: 'Clear',
    grantAll: 'Allow on all sites',
    grantSites: (hosts: readonly string[]) =>
      hosts.length === 1 ? `Allow on ${hosts[0]}` : `Allow on these ${hosts.length} sites`,
  },
  access: {
    'nothing-granted': () => ({
      title: 'CORS Lens can’t see requests yet',
      lines: [
        'A browser shows a request only to extensions that may access the sites involved.',
        'Nothing that is seen leaves your browser.',
      ],
      notice: 'CORS Lens may not see requests any more, so new ones are missing.',
    }),
    'page-not-granted': (hosts) => {
      const site = hosts[0] ?? 'this page’s site';
      return {
        title: `CORS Lens has no access to ${site}`,
        lines: [
          'A browser shows a page’s requests only to extensions that may access its site.',
          'Nothing that is seen leaves your browser.',
        ],
        notice: `CORS Lens has no access to ${site}, so new requests are missing.`,
      };
    },
    'targets-not-granted': (hosts) => ({
      title: `Requests to ${someOf(hosts)} are missing`,
      lines: [
        'This page asked there. Firefox shows a request only to extensions that may access its target, too.',
      ],
      notice: `Requests to ${someOf(hosts)} are missing: CORS Lens has no access there.`,
    }),
    'targets-unknown': () => ({
      title: 'No request seen so far',
      lines: ['CORS Lens has access to single sites only. Requests to other sites are missing.'],
      notice: 'CORS Lens has access to single sites only. Requests to other sites are missing.',
    }),
    hidden: (hosts) => ({
      title: `The browser hides the requests to ${someOf(hosts)}`,
      lines: [
        'This page asked there, and CORS Lens has access, but was shown nothing of it.',
        'Browsers do that for sites that an administrator has blocked for extensions, and for some of the browser’s maker. The Network panel shows these requests.',
      ],
      notice: `The browser hides the requests to ${someOf(hosts)} from extensions, as it does for sites that an administrator has blocked.`,
    }),
    forbidden: (hosts) => ({
      title: `This page’s Content Security Policy forbids requests to ${someOf(hosts)}`,
      lines: [
        'That isn’t CORS: the browser sent nothing, and tells no extension of it.',
        'To allow such requests, add the origin to connect-src in the page’s policy.',
      ],
      notice: `This page’s Content Security Policy forbids requests to ${someOf(hosts)} (connect-src), so the browser sent none. That isn’t CORS.`,
    }),
    'mixed-content': (hosts) => ({
      title: `The browser sent no request to ${someOf(hosts)}`,
      lines: [
        'That isn’t CORS: this page is on https and asked over http (mixed content). The browser tells no extension of it.',
        'Call https:// instead, and turn https on for that server if it has none.',
      ],
      notice: `The browser sent no request to ${someOf(hosts)}: this page is on https and asked over http (mixed content). That isn’t CORS.`,
    }),
    'kept-out': () => ({
      title: 'The browser keeps extensions out of this page',
      lines: [
        'No extension sees the requests of the browser’s own pages, of extension stores, and of sites that an administrator has blocked for extensions.',
      ],
      notice:
        'The browser keeps extensions out of the page that the tab shows now. What is listed is of the page before.',
    }),
  } satisfies Record<Exclude<AccessGap['kind'], 'none'>, (hosts: readonly string[]) => GapWords>,
  empty: {
    connecting: { title: 'Connecting to the recorder…', lines: [] },
    noTab: {
      title: 'No page to watch',
      lines: ['Open DevTools on a page and choose the CORS panel.'],
    },
    paused: { title: 'Recording is paused', lines: ['Requests that are sent now will not show up here.'] },
    incomplete: {
      title: 'Nothing recorded yet',
      lines: [
        'Earlier requests of this page weren’t recorded. Reload it to see them.',
        'Sites that you always record are watched from their first request, DevTools open or not.',
      ],
    },
    firstUse: {
      title: 'Waiting for the first cross-origin request',
      lines: [
        'Every request of the page to another origin shows up here, with the verdict of the browser’s CORS checks.',
        'A blocked one tells its cause, the header to change, and the proof that the change is enough.',
        'Pages on localhost and other development addresses are recorded even while DevTools is closed.',
      ],
    },
    noCrossOrigin: {
      title: 'No cross-origin request so far',
      lines: ['All requests of this page went to its own origin. CORS does not apply to them.'],
    },
    onlyOpaque: (count: number) => ({
      title: count === 1 ? '1 no-cors request is hidden' : `${count} no-cors requests are hidden`,
      lines: ['Script can’t read their responses, and nothing is wrong with that.'],
      button: 'Show them',
    }),
    filtered: (count: number) => ({
      title: count === 1 ? 'The filter hides 1 request' : `The filter hides ${count} requests`,
      lines: [] as readonly string[],
      button: 'Clear the filter',
    }),
  },
  status: {
    count: (count: number) => `${count} cross-origin ${count === 1 ? 'request' : 'requests'}`,
    shown: (shown: number, count: number) => `${shown} of ${count} cross-origin requests`,
    selected: (count: number) => `${count} selected`,
    checking: (left: number) => `checking ${left}…`,
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
} as const;

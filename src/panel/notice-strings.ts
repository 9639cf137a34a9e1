import { counted, words } from './language/words.ts';

/** The words above a list that lacks something, and in the place of an empty one. */
export const noticeStrings = words('notices', {
  notices: {
    lost: 'The connection to the recorder is lost: new requests are missing until it is back. If it stays away, close DevTools and open them again.',
    /** Only for screen readers: others see the line above go. */
    back: 'The connection to the recorder is back.',
    paused: 'Recording is paused.',
    incomplete: 'Earlier requests of this page weren’t recorded.',
    dropped: counted({
      one: '{count} request was dropped to stay within memory, the oldest.',
      other: '{count} requests were dropped to stay within memory, the oldest first.',
    }),
    storageFull:
      'The browser’s storage for extensions is full: what is listed may be lost when the recorder restarts.',
    more: counted({ one: '{count} more notice', other: '{count} more notices' }),
    reload: 'Reload page',
    always: 'Always record this site',
    resume: 'Record',
    clear: 'Clear',
    grantAll: 'Allow on all sites',
    grantSite: 'Allow on {site}',
    grantSites: counted({ one: 'Allow on this {count} site', other: 'Allow on these {count} sites' }),
  },
  /** Several sites in a sentence: requests go to them. */
  sites: {
    two: '{first} and {second}',
    more: counted({ one: '{first} and {count} more site', other: '{first} and {count} more sites' }),
  },
  access: {
    'nothing-granted': {
      title: 'CORS Lens can’t see requests yet',
      lines: [
        'A browser shows a request only to extensions that have access to the sites involved.',
        'Nothing leaves your browser.',
      ],
      notice: 'CORS Lens has lost its access to sites, so new requests are missing.',
    },
    'page-not-granted': {
      title: 'CORS Lens has no access to {site}',
      titleUnknown: 'CORS Lens has no access to this page’s site',
      lines: [
        'A browser shows a page’s requests only to extensions that have access to its site.',
        'Nothing leaves your browser.',
      ],
      notice: 'CORS Lens has no access to {site}, so new requests are missing.',
      noticeUnknown: 'CORS Lens has no access to this page’s site, so new requests are missing.',
    },
    'targets-not-granted': {
      title: 'Requests to {sites} are missing',
      lines: [
        'The page called them. Firefox shows a request only to extensions that have access to its target, too.',
      ],
      notice: 'Requests to {sites} are missing: CORS Lens has no access there.',
    },
    'targets-unknown': {
      title: 'No request seen so far',
      lines: ['CORS Lens has access to single sites only. Requests to other sites are missing.'],
      notice: 'CORS Lens has access to single sites only. Requests to other sites are missing.',
    },
    hidden: {
      title: 'The browser hides the requests to {sites}',
      lines: [
        'The page called them, and CORS Lens has access, but the browser showed it nothing.',
        'Browsers do that for sites that an administrator has closed to extensions, and for some sites of the browser’s maker. The Network panel shows these requests.',
      ],
      notice:
        'The browser hides the requests to {sites} from extensions, as it does for sites that an administrator has blocked.',
    },
    forbidden: {
      title: 'This page’s Content Security Policy forbids requests to {sites}',
      lines: [
        'That isn’t CORS: the browser sent nothing, and tells extensions nothing about it.',
        'To allow such requests, add the origin to connect-src in the page’s policy.',
      ],
      notice:
        'This page’s Content Security Policy forbids requests to {sites} (connect-src), so the browser sent none. That isn’t CORS.',
    },
    'mixed-content': {
      title: 'The browser sent no request to {sites}',
      lines: [
        'That isn’t CORS: this page is on https and called http (mixed content). The browser tells extensions nothing about it.',
        'Call https:// instead, and turn https on for that server if it has none.',
      ],
      notice:
        'The browser sent no request to {sites}: this page is on https and called http (mixed content). That isn’t CORS.',
    },
    'kept-out': {
      title: 'The browser keeps extensions out of this page',
      lines: [
        'No extension sees the requests of the browser’s own pages, of extension stores, and of sites that an administrator has blocked for extensions.',
      ],
      notice:
        'The browser keeps extensions out of the page that the tab shows now. What is listed is of the page before.',
    },
  },
  empty: {
    connecting: { title: 'Connecting to the recorder…' },
    lost: {
      title: 'The recorder can’t be reached',
      lines: [
        'The panel keeps trying, and lists requests as soon as it gets through.',
        'If CORS Lens was updated or reloaded meanwhile, close DevTools and open them again.',
      ],
    },
    paused: { title: 'Recording is paused', lines: ['Requests that are sent now won’t show up here.'] },
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
        'Every request of the page to another origin shows up here, with what the browser’s CORS checks decided.',
        'For a blocked one you get the cause, the header to change, and the proof that the change is enough.',
        'Pages on localhost and other development addresses are recorded even while DevTools is closed.',
      ],
    },
    noCrossOrigin: {
      title: 'No cross-origin request so far',
      lines: [
        'All requests of this page went to its own origin, where CORS doesn’t apply.',
        'A request to another origin shows up here as soon as the page sends it.',
      ],
    },
    privateWindow: {
      title: 'No cross-origin request so far in this private window',
      lines: [
        'A request to another origin shows up here as soon as the page sends it.',
        'Nothing is remembered of a private window. To keep what you find, export a report before you close it.',
      ],
    },
    privateWindowIncomplete: {
      title: 'Nothing recorded yet in this private window',
      lines: [
        'Earlier requests of this page weren’t recorded. Reload it to see them.',
        'Nothing is remembered of a private window, so its sites can’t be recorded always: keep this panel open.',
      ],
    },
    onlyOpaque: {
      title: counted({
        one: '{count} no-cors request is hidden',
        other: '{count} no-cors requests are hidden',
      }),
      lines: ['Script can’t read such responses, and nothing is wrong with that.'],
      button: 'Show them',
    },
    filtered: {
      title: counted({ one: 'The filter hides {count} request', other: 'The filter hides {count} requests' }),
      button: 'Clear the filter',
    },
  },
});

import { counted, words } from './language/words.ts';

/** The words of the view of the APIs. */
export const apiStrings = words('apis', {
  toggle: 'APIs',
  /** At the heading of an API in the list. */
  open: 'Show this API: what works, and what it has to allow (a)',
  toggleHint: 'Server by server: what works, and what it has to allow',
  heading: 'APIs',
  intro: 'What the servers of this page answered, told from the last 1,000 requests to each.',
  empty: {
    title: 'No API yet',
    line: 'As soon as the page asks another origin, it shows up here: what works, what doesn’t, and what it has to allow.',
  },
  requests: counted({ one: '{count} request', other: '{count} requests' }),
  failing: counted({ one: '{count} fails', other: '{count} fail' }),
  noneFails: 'none fails',
  columns: { request: 'Request', works: 'Works', fails: 'Fails', other: 'Other' },
  otherHint: 'Not ended, opaque, or it can’t be told',
  none: '–',
  show: '{request}, {column}: {count}. Show which',
  seen: counted({ one: 'The last {listed} of {count}:', other: 'The last {listed} of {count}:' }),
  moreCauses: counted({ one: '{count} more', other: '{count} more' }),
  moreRows: counted({ one: 'Show {count} more', other: 'Show {count} more' }),
  preflights: counted({
    one: '{count} preflight, which took {time}.',
    other: '{count} preflights, which took {time} together.',
  }),
  noPreflights: 'No preflight.',
  policy: 'The smallest policy that lets this pass',
  /** On how many requests the policy is proven, and how many of them fail without it. */
  covers: {
    passing: counted({
      one: 'Proven on {count} request, which passes today',
      other: 'Proven on {count} requests, which pass today',
    }),
    onlyFailing: 'Proven on 1 request, which fails today',
    failing: counted({
      one: 'Proven on {covered} requests, of which {count} fails today',
      other: 'Proven on {covered} requests, of which {count} fail today',
    }),
  },
  beyond: counted({
    one: '{count} request stays blocked: no policy of this server lets it through.',
    other: '{count} requests stay blocked: no policy of this server lets them through.',
  }),
  terms: {
    origins: 'Origins',
    methods: 'Methods',
    headers: 'Request headers',
    credentials: 'Credentials',
    exposed: 'Exposed headers',
    maxAge: 'Max-Age',
  },
  values: {
    credentials: 'Allowed, because requests include them',
    noCredentials: 'Not allowed: no request was seen to include them',
    maxAge: '{seconds} s; less while you still change the policy',
  },
  copy: 'Copy policy',
  copyLine: '{term}: {value}',
});

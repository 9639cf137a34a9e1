/** The words of the view of the APIs. */
export const apiStrings = {
  toggle: 'APIs',
  toggleHint: 'Server by server: what works, and what it has to allow',
  heading: 'APIs',
  intro: 'What the servers of this page answered, told from the last 1,000 requests to each.',
  empty: {
    title: 'No API yet',
    line: 'As soon as the page asks another origin, it shows up here: what works, what doesn’t, and what it has to allow.',
  },
  requests: (count: number) => `${count} ${count === 1 ? 'request' : 'requests'}`,
  failing: (count: number) => `${count} ${count === 1 ? 'fails' : 'fail'}`,
  noneFails: 'none fails',
  columns: { request: 'Request', works: 'Works', fails: 'Fails', other: 'Other' },
  otherHint: 'Not ended, opaque, or it can’t be told',
  none: '–',
  show: (count: number, column: string, request: string) => `${request}, ${column}: ${count}. Show which`,
  seen: (listed: number, count: number) => (listed < count ? `The last ${listed} of ${count}:` : ''),
  causes: (names: readonly string[], more: number) =>
    more === 0 ? names.join(' · ') : `${names.join(' · ')} · ${more} more`,
  moreRows: (count: number) => `Show ${count} more`,
  preflights: (count: number, time: string) =>
    count === 1 ? `1 preflight, which took ${time}.` : `${count} preflights, which took ${time} together.`,
  noPreflights: 'No preflight.',
  policy: 'The smallest policy that lets this pass',
  covers: (covered: number, failing: number) => {
    if (covered === 1) return `Proven on 1 request, which ${failing === 0 ? 'passes' : 'fails'} today`;
    const proven = `Proven on ${covered} requests`;
    if (failing === 0) return `${proven}, which pass today`;
    return `${proven}, of which ${failing} ${failing === 1 ? 'fails' : 'fail'} today`;
  },
  beyond: (count: number) =>
    count === 1
      ? '1 request stays blocked: no policy of this server lets it through.'
      : `${count} requests stay blocked: no policy of this server lets them through.`,
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
    maxAge: (seconds: number) => `${seconds} s; less while you still change the policy`,
  },
  copy: 'Copy policy',
  copyLine: (term: string, value: string) => `${term}: ${value}`,
} as const;

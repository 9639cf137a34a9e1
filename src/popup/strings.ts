/** Every word of the popup's own; what it shares with the panel is the panel's, and those about causes are the rules'. */
export const strings = {
  title: 'CORS Lens',
  list: 'Causes',
  blocked: (count: number) => (count === 1 ? '1 blocked request' : `${count} blocked requests`),
  noneCertain: (count: number) =>
    count === 1
      ? '1 cross-origin request, not known to be blocked'
      : `${count} cross-origin requests, none known to be blocked`,
  checking: (left: number) => `Checking ${left} ${left === 1 ? 'request' : 'requests'}…`,
  times: (count: number) => `${count} times`,
  more: (count: number) => `and ${count} more`,
  others: {
    failed: (count: number) => `${count} failed, and not because of CORS.`,
    pending: (count: number) => (count === 1 ? '1 has not ended.' : `${count} have not ended.`),
    unknown: (count: number) =>
      `${count} undecided: the panel in DevTools says what it hangs on, and may settle it.`,
  },
  open: {
    heading: 'The CORS panel',
    before: 'Open DevTools (',
    keys: { mac: ['Cmd+Option+I'], other: ['F12', 'Ctrl+Shift+I'] },
    or: ' or ',
    between: ') and choose the ',
    panel: 'CORS',
    after: ' tab: what happened, what to change, and the proof.',
    inTab: 'Open in a tab',
  },
  outOfScope: 'This page isn’t being recorded.',
  setting: 'Show the number on this button',
  empty: {
    connecting: { title: 'Connecting to the recorder…', lines: [] },
    browserPage: {
      title: 'No web page',
      lines: ['Requests of the browser’s own pages and of extensions aren’t recorded.'],
    },
    outOfScope: {
      title: 'This page isn’t being recorded',
      lines: [
        'Development addresses and sites that you chose are recorded from their first request, other pages while their CORS panel is open.',
      ],
    },
    incomplete: {
      title: 'Nothing recorded yet',
      lines: ['Earlier requests of this page weren’t recorded. Reload it to see them.'],
    },
  },
} as const;

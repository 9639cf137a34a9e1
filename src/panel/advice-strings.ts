import type { AdviceSeverity } from '../rules/advice/advice.ts';
import { counted, words } from './language/words.ts';

/** The words of the view of advice. */
export const adviceStrings = words('advice', {
  advice: {
    heading: 'Advice',
    intro:
      'What could be better about servers whose answers pass, told from the last 1,000 requests to each.',
    mention: 'Advice for this server',
    show: 'Show',
    severities: { high: 'High', medium: 'Medium', low: 'Low', info: 'Info' } as const satisfies Record<
      AdviceSeverity,
      string
    >,
    count: counted({ one: 'in {count} request', other: 'in {count} requests' }),
    cost: counted({ one: 'costs {count} request, {time}', other: 'costs {count} requests, {time}' }),
    change: 'What to change',
    shownBy: 'Seen in',
    more: counted({ one: 'and {count} more', other: 'and {count} more' }),
    times: counted({ one: '{count} time', other: '{count} times' }),
    askedBy: '{request} for {origin}',
    probe: 'Try it',
    probeWhy:
      'These commands ask the server in the name of other origins. Whatever `Access-Control-Allow-Origin` repeats is allowed.',
    probeShell: 'For a POSIX shell (sh, bash, zsh)',
    copyProbe: 'Copy commands',
    nothingYet: {
      title: 'No advice yet',
      lines: [
        'Advice comes from requests that pass: too much that is allowed, answers that caches mix up, preflights that could be saved.',
        'Nothing is recorded so far.',
      ],
    },
    none: {
      title: 'Nothing to improve',
      why: counted({
        one: 'In the recorded request no server allows too much, no cache could mix up answers, and no preflight could be saved.',
        other:
          'In the {count} recorded requests no server allows too much, no cache could mix up answers, and no preflight could be saved.',
      }),
      more: 'More requests may show more: open the pages that matter to you.',
    },
  },
});

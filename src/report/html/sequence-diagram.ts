import { constant, element, type Html, text } from './element.ts';
import type { Sequence, SequenceMessage } from './sequence.ts';

/** Longest line of the picture: what is longer is in the evidence. */
const LINE_LIMIT = 160;

const HEAD = constant`<svg class="head" viewBox="0 0 7 8" width="7" height="8" aria-hidden="true"><path d="M0 0L7 4L0 8Z"/></svg>`;
const BREAK_MARK = constant`<svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="8"/><path d="M5 5l6 6m0 -6l-6 6"/></svg>`;

/**
 * The sequence as a list of messages that styles draw as a diagram. Its text is all there is to it: who doesn't see the
 * picture hears who sent what to whom, and where it broke.
 */
export function sequenceDiagram({ lanes, messages }: Sequence): Html {
  return element(
    'figure',
    { class: `sequence lanes-${lanes.length}` },
    element(
      'div',
      { class: 'lanes', 'aria-hidden': 'true' },
      ...lanes.map((lane) => element('span', {}, text(lane, LINE_LIMIT))),
    ),
    element(
      'div',
      { class: 'messages' },
      element('div', { class: 'lifelines', 'aria-hidden': 'true' }, ...lanes.map(() => element('span', {}))),
      element('ol', {}, ...messages.map((message) => messageItem(message, lanes))),
    ),
  );
}

function messageItem(message: SequenceMessage, lanes: readonly string[]): Html {
  const { from, to, label, lines, tone, dashed, breaks } = message;
  const words = element(
    'div',
    { class: 'words' },
    from === to ? null : hidden(`${lanes[from] ?? ''} to ${lanes[to] ?? ''}: `),
    element('span', { class: 'label' }, text(label, LINE_LIMIT)),
    ...lines.map((line) => element('code', { class: 'line' }, text(line, LINE_LIMIT))),
    breaks ? element('strong', { class: 'line' }, 'It breaks here.') : null,
  );
  if (from === to) return element('li', { class: 'remark' }, words);
  const place = `a${Math.min(from, to)} b${Math.max(from, to)} ${from < to ? 'right' : 'left'}`;
  return element(
    'li',
    { class: [place, `tone-${tone}`, ...(breaks ? ['breaks'] : [])].join(' ') },
    words,
    element(
      'div',
      { class: dashed ? 'arrow dashed' : 'arrow', 'aria-hidden': 'true' },
      HEAD,
      breaks ? BREAK_MARK : null,
    ),
  );
}

function hidden(words: string): Html {
  return element('span', { class: 'visually-hidden' }, text(words, 2 * LINE_LIMIT));
}

import type { Exchange } from '../../model/exchange.ts';
import { type ChangedAnswer, changedAnswers } from '../changed-answers.ts';
import type { DiagnosisSummary, FixSummary } from '../report.ts';
import { type Child, element, fragment, type Html } from './element.ts';
import { code, diffBlock, hasWords, list, paragraph, proseToHtml, requestLine } from './prose.ts';

const MAX_ACTIONS = 10;

/** What to do and what to change, with the proof that it helps; null if there is nothing. */
export function whatToChange(exchange: Exchange, { fix, credentials }: DiagnosisSummary): Html | null {
  const diffs = changes(exchange, fix);
  const actions = fix.actions.filter(hasWords).map(proseToHtml);
  if (diffs.length === 0 && actions.length === 0) return null;
  const assumption = credentials === 'unknown' ? ', if it is sent without credentials' : '';
  return fragment(
    element('h3', {}, 'What to change'),
    actions.length === 0 ? null : list(actions, MAX_ACTIONS),
    ...diffs,
    diffs.length > 0 && fix.proven
      ? element(
          'p',
          { class: 'proven' },
          element('strong', {}, 'Proven on this recording:'),
          ` with this change, the browser’s CORS checks let the request pass${assumption}.`,
        )
      : null,
  );
}

/** What to leave out of the request, and what to change in each response, as diffs of their lines. */
export function changes(exchange: Exchange, fix: FixSummary): readonly Html[] {
  const { requests = [] } = fix;
  const [first] = exchange.hops;
  return [
    ...(requests.length === 0
      ? []
      : [
          change(
            fragment('In the page’s code, ', requestLine(first.method, first.url)),
            requests.map(({ name }) => `- ${name}`),
          ),
        ]),
    ...changedAnswers(fix).map((answer) =>
      change(
        fragment(
          'In the answer to ',
          nameOf(exchange, answer),
          answer.assumed
            ? ' (never seen, because the preflight failed first: what it needs follows from the request)'
            : '',
        ),
        answer.lines,
      ),
    ),
  ];
}

function change(where: Child, lines: readonly string[]): Html {
  return element('div', { class: 'change' }, paragraph(where), diffBlock(lines));
}

function nameOf({ hops }: Exchange, { hop: index, on }: ChangedAnswer): Html {
  const hop = hops[index];
  if (hop !== undefined) {
    return on === 'preflight'
      ? fragment('the preflight, ', requestLine('OPTIONS', hop.url))
      : requestLine(hop.method, hop.url);
  }
  // A fix reaches one hop further than what was seen, where a redirect would now be followed.
  const target = hops.at(-1)?.redirectUrl;
  return target === undefined ? fragment('the target of the redirect') : code(target);
}

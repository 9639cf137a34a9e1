import type { BrowserOpinion, OpinionAlternative } from '../../rules/diagnosis.ts';
import { ALTERNATIVE_IF, engineName, PREDICTED, tellApart } from '../browser-words.ts';
import type { DiagnosisSummary } from '../report.ts';
import { fragment, type Html } from './element.ts';
import { code, list, proseToHtml } from './prose.ts';

/** Consoles repeat the URL up to three times. */
const CONSOLE_TEXT_LIMIT = 1_000;
const MAX_LINES = 10;

/** What each browser's console says, and where browsers disagree; null if nothing is known of either. */
export function browsers({ browsers: opinions, disagreements = [] }: DiagnosisSummary): Html | null {
  if (opinions.length === 0) return null;
  const { told, alike } = tellApart(opinions);
  const same = alike.map((each) => fragment(nameOf(each), ': the same'));
  return list([...disagreements.map(proseToHtml), ...told.map(opinionLine), ...same], MAX_LINES);
}

function nameOf({ engine, basis }: BrowserOpinion): string {
  return `${engineName(engine)} (${basis === 'observed' ? 'recorded' : PREDICTED[engine]})`;
}

function opinionLine(opinion: BrowserOpinion): Html {
  const { alternatives } = opinion;
  const name = `${nameOf(opinion)}: `;
  if (alternatives === undefined) return fragment(name, wordsOf(opinion));
  return fragment(
    name,
    ...alternatives.flatMap((each, index) => [
      `${index === 0 ? '' : '; '}${ALTERNATIVE_IF[each.if]}, `,
      wordsOf(each),
    ]),
  );
}

/** The verdict with the browser's own words for it. */
function wordsOf({
  verdict,
  code: id,
  failedParameter = '',
  text,
}: BrowserOpinion | OpinionAlternative): Html {
  return fragment(
    verdict,
    id === undefined ? null : fragment(', code ', code(id)),
    failedParameter === '' ? null : fragment(', ', code(failedParameter)),
    text === undefined ? null : fragment(', ', code(text, CONSOLE_TEXT_LIMIT)),
  );
}

import type { ConfigurationSummary } from '../report.ts';
import { counted } from '../visible-text.ts';
import { element, fragment, type Html } from './element.ts';
import { code, copyBlock, fold, hasWords, list, paragraph, proseToHtml } from './prose.ts';

const MAX_WARNINGS = 10;

/** What to paste on a server, where, and how it takes effect. */
export function configurationSection(configuration: ConfigurationSummary): Html {
  const { target, name, snippets, reload, warnings, proof, exchanges } = configuration;
  const effect =
    exchanges.length === 0
      ? ''
      : ` With it, ${counted(exchanges.length, 'failing request of this report passes', 'failing requests of this report pass')}: the same rules say so.`;
  return fold(
    fragment('Configuration of ', code(target), ` for ${name}`),
    paragraph(`It allows what the recorded requests need, and nothing else.${effect}`),
    ...snippets.flatMap(({ place, text }) => [
      hasWords(place) ? paragraph(proseToHtml(place)) : null,
      copyBlock(text.replace(/\n$/, '').split('\n')),
    ]),
    hasWords(reload) ? paragraph(proseToHtml(reload)) : null,
    warnings.length === 0 ? null : list(warnings.map(proseToHtml), MAX_WARNINGS),
    hasWords(proof) ? element('p', { class: 'note' }, proseToHtml(proof)) : null,
  );
}

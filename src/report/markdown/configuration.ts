import type { ConfigurationSummary, SnippetSummary } from '../report.ts';
import { counted } from '../visible-text.ts';
import { bullets, proseToMarkdown } from './prose.ts';
import { inlineCode, plainText, textToCopy } from './quoting.ts';

const MAX_WARNINGS = 10;

/** What to paste on a server, where, and how it takes effect. */
export function configurationSection(configuration: ConfigurationSummary): readonly string[] {
  const { target, name, snippets, reload, warnings, proof, exchanges } = configuration;
  const effect =
    exchanges.length === 0
      ? ''
      : ` With it, ${counted(exchanges.length, 'failing request of this report passes', 'failing requests of this report pass')}: the same rules say so.`;
  return [
    `### Configuration of ${inlineCode(target)} for ${plainText(name)}`,
    `It allows what the recorded requests need, and nothing else.${effect}`,
    ...snippets.flatMap(snippetBlocks),
    proseToMarkdown(reload),
    ...(warnings.length === 0 ? [] : [bullets(warnings.map(proseToMarkdown), MAX_WARNINGS)]),
    proseToMarkdown(proof),
  ].filter((block) => block !== '');
}

/** Where it is written already, for a cause of the same server. */
export function configurationReference({ target, name }: ConfigurationSummary, section: number): string {
  return `The configuration of ${inlineCode(target)} for ${plainText(name)} is in section ${section}.`;
}

function snippetBlocks({ place, language, text }: SnippetSummary): readonly string[] {
  return [proseToMarkdown(place), textToCopy(language, text.replace(/\n$/, '').split('\n'))];
}

import { inlineCode, joinInline, plainText } from '../../src/report/markdown/quoting.ts';
import type { Message } from '../../src/rules/diagnosis.ts';
import { renderParts } from '../../src/rules/index.ts';

/** Messages of the rules as one paragraph of Markdown. */
export function paragraph(messages: readonly Message[]): string {
  return messages
    .map((message) =>
      joinInline(
        renderParts(message).map(({ text, code }) => (code ? inlineCode(text) : plainText(text))),
      ).trim(),
    )
    .join(' ');
}

/** A template of the code itself, whose code spans are marked already. */
export function template(text: string): string {
  return text.replaceAll('*', '\\*').replaceAll('`\\*`', '`*`');
}

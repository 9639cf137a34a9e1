import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Message } from '../../../src/rules/diagnosis.ts';
import { renderParts } from '../../../src/rules/index.ts';

interface PageProps {
  readonly title: string;
  /** Where the page stands: the index has no way back to itself. */
  readonly isIndex?: boolean;
  readonly children: ComponentChildren;
}

/** A page of the extension's own: no script, nothing from elsewhere, readable in both themes and on paper. */
export function Page({ title, isIndex = false, children }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · CORS Lens`}</title>
        <link rel="stylesheet" href="page.css" />
      </head>
      <body>
        {!isIndex && (
          <nav>
            <a href="index.html">← All causes, notes and advice</a>
          </nav>
        )}
        <main>{children}</main>
      </body>
    </html>
  );
}

/** Messages of the rules as running text; their values are text and never markup. */
export function Words({ messages }: { readonly messages: readonly Message[] }) {
  return messages.map((message, index) => (
    <>
      {index > 0 && ' '}
      {renderParts(message).map(({ text, code }) => (code ? <code>{text}</code> : text))}
    </>
  ));
}

/** Lines as they stand, each one on its own: with a diff's marked as added or removed, or with a message's first in bold. */
export function Lines({
  lines,
  diff = false,
}: {
  readonly lines: readonly string[];
  readonly diff?: boolean;
}) {
  return <pre>{lines.map((line) => (diff ? <DiffLine line={line} /> : <MessageLine line={line} />))}</pre>;
}

function MessageLine({ line }: { readonly line: string }) {
  return line.startsWith(' ') ? `${line}\n` : <b>{`${line}\n`}</b>;
}

function DiffLine({ line }: { readonly line: string }) {
  return line.startsWith('+') ? <ins>{`${line}\n`}</ins> : <del>{`${line}\n`}</del>;
}

/** The whole file. */
export function toFile(page: VNode): string {
  return `<!doctype html>\n${render(page)}\n`;
}

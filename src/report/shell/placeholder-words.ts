import type { Prose } from '../report.ts';
import type { Placeholder } from './placeholders.ts';

/** What a placeholder stands for, and why the report doesn't have it. */
export function explainPlaceholder(placeholder: Placeholder): Prose {
  return [
    { kind: 'code', text: placeholder.variable },
    { kind: 'text', text: ': ' },
    ...whatItIs(placeholder),
    { kind: 'text', text: ', ' },
    ...whyItIsMissing(placeholder),
  ];
}

function whatItIs({ stands, name }: Placeholder): Prose {
  const code = { kind: 'code', text: name } as const;
  switch (stands) {
    case 'header':
      return [{ kind: 'text', text: 'the whole value of the header ' }, code];
    case 'header-part':
      return [
        { kind: 'text', text: 'the secret in the header ' },
        code,
        { kind: 'text', text: ' (the command has the rest)' },
      ];
    case 'parameter':
      return [{ kind: 'text', text: 'the secret ' }, code, { kind: 'text', text: ' in the URL' }];
    case 'body':
      return [{ kind: 'text', text: 'the body of the request' }];
    case 'url':
      return [{ kind: 'text', text: 'the URL' }];
  }
}

function whyItIsMissing({ why, marker }: Placeholder): Prose {
  switch (why) {
    case 'masked':
      return [
        { kind: 'text', text: 'recorded only as ' },
        { kind: 'code', text: marker },
      ];
    case 'not-recorded':
      return [{ kind: 'text', text: 'not recorded' }];
    case 'too-long':
      return [{ kind: 'text', text: 'too long to print here' }];
  }
}

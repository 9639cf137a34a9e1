import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SNIPPET_LANGUAGES, type SnippetLanguage } from '../../../../src/fixes/platforms/platform.ts';
import { highlight } from '../../../../src/panel/view-models/highlight.ts';

function kinds(line: string, language: SnippetLanguage): readonly string[] {
  return highlight(line, language).map(({ kind, text }) => `${kind} ${text}`);
}

it.each([
  {
    what: 'a header and its value',
    line: 'add_header Vary "Origin" always;',
    language: 'nginx',
    tokens: ['plain add_header ', 'header Vary', 'plain  ', 'string "Origin"', 'plain  always;'],
  },
  {
    what: 'a comment, with quotation marks that begin nothing',
    line: "app.use(cors()); // it's the first",
    language: 'javascript',
    tokens: ['plain app.use(cors());', "comment  // it's the first"],
  },
  {
    what: 'a comment sign within a string',
    line: "const origin = 'https://a.example'; // mine",
    language: 'javascript',
    tokens: ['plain const origin = ', "string 'https://a.example'", 'plain ;', 'comment  // mine'],
  },
  {
    what: 'a number, and none within a name',
    line: 'return 204; x2',
    language: 'nginx',
    tokens: ['plain return ', 'number 204', 'plain ; x2'],
  },
  {
    what: 'what isn’t a comment there',
    line: '{ "a": "#b" }',
    language: 'json',
    tokens: ['plain { ', 'string "a"', 'plain : ', 'string "#b"', 'plain  }'],
  },
  { what: 'an empty line', line: '', language: 'python', tokens: [] },
] as const)('tells apart $what', ({ line, language, tokens }) => {
  expect(kinds(line, language)).toEqual(tokens);
});

it('loses nothing of any line, and takes no time for it', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'"\'`\\#/ a1<!->') })),
      fc.constantFrom(...SNIPPET_LANGUAGES),
      (line, language) => {
        expect(
          highlight(line, language)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
      },
    ),
  );
});

import { constant, element, fragment, type Html } from './element.ts';
import { STYLE } from './style.ts';

/**
 * Nothing is loaded and nothing runs, and of styles only ours count: those whose SHA-256 this is. A test computes it anew.
 *
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
const POLICY = constant`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-NS/r0UmHra4onDGnfW7fmUZ78VQAft3NAWObAkEZLo8='; base-uri 'none'; form-action 'none'">`;

/** The document from its first character to the beginning of its contents. */
export function opening(title: string): Html {
  return fragment(
    constant`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
`,
    POLICY,
    constant`
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
`,
    element('title', {}, title),
    STYLE,
    constant`
</head>
<body>
<main>
`,
  );
}

export const closing: Html = constant`
</main>
</body>
</html>
`;

import type { RequestType } from '../../model/exchange.ts';
import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A file that an element or a style sheet loads with CORS, from a host that doesn't send the headers. */
export const staticFileWithoutCorsHeaders: Rule = {
  id: 'static-file-without-cors-headers',
  severity: 'error',
  words: {
    title: 'No CORS headers on this {kind}',
    headline: 'The {kind} `{url}` comes without CORS headers, so the page on `{origin}` may not use it.',
    explanation:
      'An element with the `crossorigin` attribute asked for it, so it is loaded with CORS. Without the attribute the file would do its work, but nothing could look into it.',
    'explanation-font': 'Browsers load every font from another origin with CORS, whoever owns it.',
    'explanation-script':
      'Scripts with `type="module"`, what they import, and scripts with the `crossorigin` attribute are loaded with CORS.',
    'explanation-image':
      'Images are loaded with CORS if they have the `crossorigin` attribute, as for a canvas or WebGL, or if CSS uses them as a mask or a shape.',
    evidence:
      'The browser loaded the {kind} in `cors` mode, and the response ({status}) has no `Access-Control-Allow-Origin`.',
    'action-send-header-with-files':
      'Let the server or CDN of the file send `Access-Control-Allow-Origin: {origin}` with it, or `*` if the file is public anyway.',
    'action-host-the-file-yourself': 'Or put a copy of the file on `{origin}`: there it needs no CORS.',
    'action-remove-crossorigin':
      'Or remove the `crossorigin` attribute, if it is there and nothing on the page needs it: no canvas, WebGL or `integrity`.',
  },
  links: [
    mdn('The crossorigin attribute', 'HTML/Reference/Attributes/crossorigin'),
    mdnError('CORSMissingAllowOrigin'),
    CORS_CHECK,
  ],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    const file = FILES[context.exchange.type];
    if (answer?.on !== 'response' || answer.response.status >= 400 || file === undefined) return null;
    const { kind, explanation } = file;
    const mayDoWithout = kind === 'font' ? [] : [{ id: 'remove-crossorigin', data: {} }];
    return {
      data: { kind, status: displayStatus(answer.response) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        { id: 'send-header-with-files', data: {} },
        { id: 'host-the-file-yourself', data: {} },
        ...mayDoWithout,
      ],
      ...(explanation === undefined ? {} : { variant: { explanation } }),
    };
  },
};

interface StaticFile {
  readonly kind: string;
  readonly explanation?: string;
}

/** What is loaded by a page itself, and not by a script of it. */
const FILES: Partial<Readonly<Record<RequestType, StaticFile>>> = {
  font: { kind: 'font', explanation: 'explanation-font' },
  script: { kind: 'script', explanation: 'explanation-script' },
  image: { kind: 'image', explanation: 'explanation-image' },
  stylesheet: { kind: 'style sheet' },
  media: { kind: 'media file' },
};

import type { RequestType } from '../../model/exchange.ts';
import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A file that an element or a style sheet loads with CORS, from a host that doesn't send the headers. */
export const staticFileWithoutCorsHeaders: Rule = {
  id: 'static-file-without-cors-headers',
  severity: 'error',
  words: {
    title: 'No CORS headers on this media file',
    'title-font': 'No CORS headers on this font',
    'title-script': 'No CORS headers on this script',
    'title-image': 'No CORS headers on this image',
    'title-stylesheet': 'No CORS headers on this style sheet',
    headline: 'The media file `{url}` comes without CORS headers, so the page on `{origin}` may not use it.',
    'headline-font': 'The font `{url}` comes without CORS headers, so the page on `{origin}` may not use it.',
    'headline-script':
      'The script `{url}` comes without CORS headers, so the page on `{origin}` may not use it.',
    'headline-image':
      'The image `{url}` comes without CORS headers, so the page on `{origin}` may not use it.',
    'headline-stylesheet':
      'The style sheet `{url}` comes without CORS headers, so the page on `{origin}` may not use it.',
    explanation:
      'An element with the `crossorigin` attribute asked for it, so it is loaded with CORS. Without the attribute the file would do its work, but nothing could look into it.',
    'explanation-font': 'Browsers load every font from another origin with CORS, whoever owns it.',
    'explanation-script':
      'Scripts with `type="module"`, what they import, and scripts with the `crossorigin` attribute are loaded with CORS.',
    'explanation-image':
      'Images are loaded with CORS if they have the `crossorigin` attribute, as for a canvas or WebGL, or if CSS uses them as a mask or a shape.',
    evidence:
      'The browser loaded the media file in `cors` mode, and the response ({status}) has no `Access-Control-Allow-Origin`.',
    'evidence-font':
      'The browser loaded the font in `cors` mode, and the response ({status}) has no `Access-Control-Allow-Origin`.',
    'evidence-script':
      'The browser loaded the script in `cors` mode, and the response ({status}) has no `Access-Control-Allow-Origin`.',
    'evidence-image':
      'The browser loaded the image in `cors` mode, and the response ({status}) has no `Access-Control-Allow-Origin`.',
    'evidence-stylesheet':
      'The browser loaded the style sheet in `cors` mode, and the response ({status}) has no `Access-Control-Allow-Origin`.',
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
    const { type } = context.exchange;
    if (answer?.on !== 'response' || answer.response.status >= 400 || !isFile(type)) return null;
    const mayDoWithout = type === 'font' ? [] : [{ id: 'remove-crossorigin', data: {} }];
    return {
      data: { status: displayStatus(answer.response) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        { id: 'send-header-with-files', data: {} },
        { id: 'host-the-file-yourself', data: {} },
        ...mayDoWithout,
      ],
      variant: VARIANTS[type],
    };
  },
};

/** What is loaded by a page itself, and not by a script of it. */
type FileType = Extract<RequestType, 'font' | 'script' | 'image' | 'stylesheet' | 'media'>;

function isFile(type: RequestType): type is FileType {
  return Object.hasOwn(VARIANTS, type);
}

const VARIANTS: Readonly<Record<FileType, NonNullable<Found['variant']>>> = {
  font: { ...saying('font'), explanation: 'explanation-font' },
  script: { ...saying('script'), explanation: 'explanation-script' },
  image: { ...saying('image'), explanation: 'explanation-image' },
  stylesheet: saying('stylesheet'),
  media: {},
};

function saying(what: Exclude<FileType, 'media'>): NonNullable<Found['variant']> {
  return { title: `title-${what}`, headline: `headline-${what}`, evidence: `evidence-${what}` };
}

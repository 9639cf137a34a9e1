import { getHeader } from '../../model/header-list.ts';
import { displayStatus } from '../faulty-answer.ts';
import { fetchStandard, mdn } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** A response that is no image, script or media file, for an element that wants one. */
export const opaqueResponseBlocking = networkRule({
  id: 'opaque-response-blocking',
  problems: ['blocked-by-orb'],
  links: [
    mdn('X-Content-Type-Options', 'HTTP/Reference/Headers/X-Content-Type-Options'),
    fetchStandard('requests and CORS', 'http-cors-protocol'),
  ],
  words: {
    title: 'Withheld: not the expected kind of file',
    headline:
      '`{url}` answered {status} with `{type}`, which the element that asked for it can’t use, so the browser withheld it ({error}).',
    'headline-untyped':
      '`{url}` answered {status} without a `Content-Type`, which the element that asked for it can’t use, so the browser withheld it ({error}).',
    explanation:
      'An element such as an image or a script asked without CORS. If the response is HTML or JSON, the browser keeps it out of the page’s process (opaque response blocking). Often it is an error or sign-in page instead of the file.',
    'action-open-in-tab': 'Open `{url}` in a tab to see what the server really sends.',
  },
  details: ({ hop }) => {
    const type = getHeader(hop.response?.headers ?? [], 'content-type');
    const data = { status: displayStatus(hop.response) };
    return {
      data: type === null ? data : { ...data, type },
      ...(type === null ? { variant: { headline: 'headline-untyped' } } : {}),
      actions: [{ id: 'open-in-tab', data: {} }],
    };
  },
});

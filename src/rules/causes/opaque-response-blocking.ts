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
    fetchStandard('opaque-response blocking', 'orb'),
  ],
  words: {
    title: 'Withheld: not the expected kind of file',
    headline:
      'This isn’t CORS: `{url}` answered {status} with `{type}`, which the element that asked for it can’t use.',
    'headline-untyped':
      'This isn’t CORS: `{url}` answered {status} without a `Content-Type`, and with nothing that the element can use.',
    explanation:
      'An element such as an image or a script asked. If the response is HTML or JSON, the browser keeps it out of the page’s process (opaque response blocking), or doesn’t run it. Often it is an error or sign-in page instead of the file.',
    evidence: 'The browser reported `{error}` after it had seen the headers of the response.',
    'evidence-inferred':
      'The browser only reported `{error}` after it had seen the headers of the response; with such headers that means this.',
    'action-open-in-tab': 'Open `{url}` in a tab to see what the server really sends.',
  },
  details: ({ hop }, error) => {
    const type = getHeader(hop.response?.headers ?? [], 'content-type');
    const data = { status: displayStatus(hop.response) };
    const isNamed = /ORB|CORRUPTED_CONTENT|content-type/i.test(error);
    return {
      data: type === null ? data : { ...data, type },
      confidence: isNamed ? 'certain' : 'likely',
      variant: {
        ...(type === null ? { headline: 'headline-untyped' } : {}),
        ...(isNamed ? {} : { evidence: 'evidence-inferred' }),
      },
      actions: [{ id: 'open-in-tab', data: {} }],
    };
  },
});

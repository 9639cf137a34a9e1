import type { Placeholder } from '../shell/placeholders.ts';
import {
  inParts,
  isSendable,
  type RequestInParts,
  type RequestToRepeat,
} from '../shell/request-to-repeat.ts';
import { makeVisible } from '../visible-text.ts';

/** The environment variable by which whoever runs the tests lets them send what may change data. */
export const SEND_UNSAFE = 'CORS_SEND_UNSAFE';

/** The environment variable that has what a report doesn't: `CORS_TEST_AUTHORIZATION`. */
export function environmentVariable({ variable }: Placeholder): string {
  return variable.replace(/^YOUR_/, 'CORS_TEST_');
}

/** What has to be in it, for the middle of a sentence. */
export function whatItHolds({ stands, name, why }: Placeholder): string {
  const shown = makeVisible(name);
  const missing = why === 'too-long' ? 'which is too long to be here' : 'which is not in the report';
  switch (stands) {
    case 'header':
      return `the value of the header ${shown}, ${missing}`;
    case 'header-part':
      return `the secret in the header ${shown}, ${missing}`;
    case 'parameter':
      return `the secret ${shown} in the URL, ${missing}`;
    case 'body':
      return `the body of the request, ${missing}`;
    case 'url':
      return `the URL of the request, ${missing}`;
  }
}

/** Takes the requests of a file apart, so that a value that isn't known has one name in all of them. */
export class RequestsOfFile {
  #known: readonly Placeholder[] = [];

  /** Null if it can't be sent. What HTTP libraries can't put into a header is among `leftOut`. */
  take(request: RequestToRepeat): RequestInParts | null {
    const parts = inParts(
      request,
      this.#known,
      ([, value]) => isSendable(value) && /^[ -\u00ff]*$/.test(value),
    );
    this.#known = parts?.placeholders ?? this.#known;
    return parts;
  }
}

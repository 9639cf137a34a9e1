import { HTTP_REDIRECT_FETCH, mdn } from '../links.ts';
import { redirectLocationFault } from '../redirect-location-fault.ts';
import type { Found, Rule } from '../rule.ts';

/** A redirect to a URL with a user name or password in it. */
export const redirectWithCredentialsInUrl: Rule = {
  id: 'redirect-with-credentials-in-url',
  severity: 'error',
  words: {
    title: 'Redirect to a URL with a user name',
    headline:
      '`{url}` redirects to a URL at `{to}` with a user name or password in it ({status}), which browsers refuse.',
    explanation:
      'Browsers don’t follow redirects across origins to URLs like `https://user:password@host`. Such a URL would also give the password away to any script that reads it.',
    evidence: 'In the `Location` that `{host}` answered, something stands before the `@` of the host name.',
    'action-remove-user-from-location':
      'Remove the user name and password from the `Location` header of `{url}`. Let the server authenticate in another way, such as the `Authorization` header.',
  },
  links: [HTTP_REDIRECT_FETCH, mdn('URL with a user name', 'URI/Reference/Authority')],
  explains: ['redirect-location'],
  find(context): Found | null {
    const fault = redirectLocationFault(context);
    if (fault?.problem !== 'credentials-in-url') return null;
    return {
      data: { to: fault.to, status: fault.status },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [{ id: 'remove-user-from-location', data: {} }],
    };
  },
};

/** What the user has to know besides the cause: whether the server did what the request asked for. */
export const EXECUTED =
  'The server received the {method} request and acted on it; only reading the response was blocked.';
export const NOT_SENT =
  'The browser only sent the preflight (`OPTIONS`); the {method} request itself was never sent.';

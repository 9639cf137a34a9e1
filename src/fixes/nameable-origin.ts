/** Scheme, host and port, and nothing that could end a header line or mean something in a configuration file. */
const SERIALISED_ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/([\w.~-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/;

/**
 * Whether a server should be told to allow this origin. Not `null`, which stands for strangers too; and not a text that
 * no browser sends as an origin, which a report from elsewhere may contain.
 */
export function isNameable(origin: string): boolean {
  return SERIALISED_ORIGIN.test(origin);
}

/**
 * What stands in the place of a placeholder in words. Text stands as it is; what every language writes its own way is
 * kept as what it is: names in a row (`Cloudflare and nginx`), and a time.
 */
export type MessageValue = string | readonly string[] | { readonly milliseconds: number };

/** Values by the names of the placeholders. */
export type MessageData = Readonly<Record<string, MessageValue>>;

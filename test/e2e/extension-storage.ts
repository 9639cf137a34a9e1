import type { BrowserDocument } from '../browsers/browser.ts';
import type { ExtensionWindow } from './extension-api.ts';

/**
 * Waits until so many of the keys in `storage.session` that begin so have a value with all the texts in it. A browser
 * stops a background that has been idle for half a minute: it has heard and written everything by then.
 *
 * @param extensionPage any page of the extension
 */
export async function storedKeys(
  extensionPage: BrowserDocument,
  begin: string,
  texts: string[],
  count: number,
): Promise<void> {
  const isStored = async (prefix: string, wanted: string[], times: number): Promise<boolean> => {
    const own = globalThis as unknown as ExtensionWindow;
    const entries = Object.entries(await (own.browser ?? own.chrome).storage.session.get(null));
    const isMeant = ([key, value]: [string, unknown]) =>
      key.startsWith(prefix) && wanted.every((text) => String(value).includes(text));
    return entries.filter(isMeant).length === times;
  };
  await extensionPage.waitFor(isStored, [begin, texts, count], { what: `${texts} to be stored` });
}

/** Waits until that text is somewhere in `storage.local`: it is there after the end of the browser. */
export async function storedForGood(extensionPage: BrowserDocument, text: string): Promise<void> {
  const isStored = async (wanted: string): Promise<boolean> => {
    const own = globalThis as unknown as ExtensionWindow;
    return JSON.stringify(await (own.browser ?? own.chrome).storage.local.get(null)).includes(wanted);
  };
  await extensionPage.waitFor(isStored, [text], { what: `${text} to be stored for good` });
}

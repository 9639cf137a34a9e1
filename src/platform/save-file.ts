/** Long enough for the browser to have opened the download, after which the text needn't be kept. */
const RELEASE_AFTER_MS = 60_000;

/**
 * Offers text as a download. It needs no permission and no network: the file is made of a blob.
 *
 * @param parts of the text, which are never put together here: it may be large
 */
export function saveFile(name: string, mediaType: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS);
}

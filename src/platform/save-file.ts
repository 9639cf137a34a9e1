/** Long enough for the browser to have opened the download, after which the text needn't be kept. */
const RELEASE_AFTER_MS = 60_000;

/** Offers text as a download. It needs no permission and no network: the file is made of a blob. */
export function saveFile(name: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS);
}

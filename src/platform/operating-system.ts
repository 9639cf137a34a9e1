/** Whether keyboard shortcuts are those of a Mac. */
export const isMac = /^Mac/.test(globalThis.navigator.platform);

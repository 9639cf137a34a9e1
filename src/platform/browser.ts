/**
 * The only module that imports webextension-polyfill, and so the only one that touches the browser's extension API.
 * It throws outside an extension: whatever is tested in Node gets its browser API injected as a small interface.
 */
import browser from 'webextension-polyfill';

export { browser };

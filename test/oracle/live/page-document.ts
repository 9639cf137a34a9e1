import { pageScript } from './page-script.ts';

const SCRIPT = `<script>(${pageScript})();</script>`;

/** The page of a tab. */
export const PAGE = `<!doctype html><title>Live oracle</title><link rel="icon" href="data:,">${SCRIPT}`;

/** The frame of an opaque origin that it holds, once it is told to. */
export const FRAME = `<!doctype html>${SCRIPT}`;

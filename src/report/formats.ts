import { chat } from './chat/chat-format.ts';
import { har } from './har/har-format.ts';
import { html } from './html/html-format.ts';
import { json } from './json/json-format.ts';
import { markdown } from './markdown/markdown-format.ts';
import { playwright } from './regression/playwright-test.ts';
import { pytest } from './regression/pytest-test.ts';
import type { ReportFormat } from './report-format.ts';

/** Every format, in the order in which they are offered. */
export const FORMATS = {
  markdown,
  html,
  chat,
  json,
  har,
  playwright,
  pytest,
} as const satisfies Record<string, ReportFormat>;

export type FormatId = keyof typeof FORMATS;

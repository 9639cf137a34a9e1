import type { ReportFormat } from '../report-format.ts';
import { chatParts } from './to-chat.ts';

/** A message to whoever runs the server, for a chat. It is short whatever length is asked for. */
export const chat: ReportFormat = {
  fileName: 'cors-message.txt',
  mediaType: 'text/plain',
  write: chatParts,
};

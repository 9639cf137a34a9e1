import { adviceStrings } from './advice-strings.ts';
import { explanationStrings } from './explanation-strings.ts';
import { groundsStrings } from './grounds-strings.ts';
import { noticeStrings } from './notice-strings.ts';
import { toolbarStrings } from './toolbar-strings.ts';

/** What the extension is called, in every language. */
export const NAME = 'CORS Lens';

/**
 * Every word of the panel's own but those of a few views, which have files of their own; those about causes are the
 * rules'. They are written in English, and read in the language that is installed (`language/words.ts`).
 */
export const strings = {
  ...toolbarStrings,
  ...explanationStrings,
  ...groundsStrings,
  ...adviceStrings,
  ...noticeStrings,
};

import { describe, expect, it } from 'vitest';
import { toHelp } from '../../../../src/panel/view-models/help.ts';
import { KEYS } from '../../../../src/panel/view-models/keys.ts';

describe('toHelp', () => {
  it('has every key of the table once, in words', () => {
    const lines = toHelp(false).flatMap((group) => group.lines);
    expect(lines.map(({ key }) => key)).toEqual(KEYS.map(({ does }) => does));
    for (const { strokes, text } of lines) {
      expect(text).not.toBe('');
      expect(strokes.flat()).not.toContain('');
    }
  });

  it('names keys as they are labelled', () => {
    const names = toHelp(false).flatMap(({ lines }) => lines.flatMap(({ strokes }) => strokes.flat()));
    expect(names).toEqual(expect.arrayContaining(['?', '↑', 'Page Up', 'Esc', 'Enter']));
  });
});

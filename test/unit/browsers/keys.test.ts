import { describe, expect, it } from 'vitest';
import { parseChord } from '../../browsers/keys.ts';

describe('parseChord', () => {
  it.each([
    ['ArrowDown', [], 'ArrowDown', 'ArrowDown', 40],
    ['a', [], 'a', 'KeyA', 65],
    ['A', [], 'A', 'KeyA', 65],
    ['7', [], '7', 'Digit7', 55],
    [' ', [], ' ', 'Space', 32],
    ['é', [], 'é', '', 0],
    ['+', [], '+', '', 0],
    ['Shift', [], 'Shift', 'ShiftLeft', 16],
    ['Control+a', ['Control'], 'a', 'KeyA', 65],
    ['Control++', ['Control'], '+', '', 0],
    ['Control+Shift+ArrowUp', ['Control', 'Shift'], 'ArrowUp', 'ArrowUp', 38],
  ])('%s', (chord, modifiers, key, code, keyCode) => {
    const parsed = parseChord(chord);
    expect(parsed.modifiers.map((modifier) => modifier.key)).toEqual(modifiers);
    expect(parsed.key).toMatchObject({ key, code, keyCode });
  });

  it.each(['', 'Arrow', 'a+b', 'Control+'])('knows no %o', (chord) => {
    expect(() => parseChord(chord)).toThrow();
  });
});

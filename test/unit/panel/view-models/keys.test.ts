import { describe, expect, it } from 'vitest';
import { does, type KeyDeed } from '../../../../src/panel/view-models/keys.ts';

const NOTHING_HELD = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('does', () => {
  it.each<{ deed: KeyDeed; press: Partial<KeyboardEvent>; expected: boolean }>([
    { deed: 'help', press: { key: '?', shiftKey: true }, expected: true },
    { deed: 'help', press: { key: '?' }, expected: true },
    { deed: 'help', press: { key: '/' }, expected: false },
    { deed: 'help', press: { key: '?', ctrlKey: true }, expected: false },
    { deed: 'help', press: { key: '?', metaKey: true }, expected: false },
    { deed: 'help', press: { key: '?', altKey: true }, expected: false },
    { deed: 'move', press: { key: 'ArrowUp' }, expected: true },
    { deed: 'move', press: { key: 'ArrowUp', shiftKey: true }, expected: false },
    { deed: 'close', press: { key: 'Escape' }, expected: true },
    { deed: 'close', press: { key: 'Escape', ctrlKey: true }, expected: false },
  ])('$deed by $press: $expected', ({ deed, press, expected }) => {
    expect(does(deed, { ...NOTHING_HELD, key: '', ...press })).toBe(expected);
  });
});

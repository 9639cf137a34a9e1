import fc from 'fast-check';

/** Text that a shell or curl would take for more than text, if it were let. */
export const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...`'"$\`\\!*?[]{}()<>|&;#~=% \n\t\r-@:/aé`), maxLength: 30 }),
  fc.constantFrom(
    '$(touch ran)',
    '`touch ran`',
    "'; touch ran; '",
    '\n touch ran\n',
    "' \\\n touch ran #",
    '@/etc/passwd',
    '-o ran',
    '--output ran',
    '|touch ran',
    '&& touch ran',
    '{ran,runs}',
    '[1-9]',
    '%(ran)',
    '!!',
    '~root',
  ),
);

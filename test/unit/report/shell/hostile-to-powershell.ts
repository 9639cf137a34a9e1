import fc from 'fast-check';
import { HOSTILE } from './hostile-arguments.ts';

/** Text that PowerShell would take for more than text, if it were let. */
export const HOSTILE_TO_POWERSHELL = fc.oneof(
  HOSTILE,
  fc.string({ unit: fc.constantFrom(...`'"$\`@(){}[];|&#<>%=,.-~ \n‘’‚‛“”–a`), maxLength: 30 }),
  fc.constantFrom(
    "'; Remove-Item ran #",
    '$(Remove-Item ran)',
    '’); Remove-Item ran; (‘',
    '"@\nRemove-Item ran\n@"',
    '`n',
    '#>',
    '--%',
  ),
);

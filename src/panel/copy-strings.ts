import { words } from './language/words.ts';

/** The words of what is copied of an exchange that is explained. */
export const copyStrings = words('copy', {
  forBackend: 'Copy for the back-end team',
  forBackendHint: 'Five lines for a chat: what fails, why, and what to change',
  menu: 'Copy as…',
  menuHint: 'Copy the request as a command that sends it again',
  heading: 'Copy as a command',
  commands: {
    'posix-request': 'Request, for a POSIX shell (curl)',
    'posix-preflight': 'Preflight, for a POSIX shell (curl)',
    'powershell-request': 'Request, for PowerShell',
    'powershell-preflight': 'Preflight, for PowerShell',
  },
  loading: 'Getting ready…',
  none: 'This request can’t be sent by a command: its URL is not one of http or https.',
  note: 'What was masked or never recorded is a variable at its top.',
  copied: 'Copied',
  notCopied: 'Not copied: the browser did not let the panel use the clipboard.',
  failed: 'Not copied: it could not be written.',
});

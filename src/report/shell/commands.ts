import type { Exchange, Hop } from '../../model/exchange.ts';
import { actualRequest, preflightRequest } from '../request-headers.ts';
import { toCurl } from './curl.ts';
import { assignment } from './placeholders.ts';
import { toPowerShell } from './powershell.ts';
import type { RequestToRepeat } from './request-to-repeat.ts';

/** A request as text for a shell, to be pasted as it is. */
export interface CopyableCommand {
  /** The shell, and what of a hop is sent. */
  readonly id: `${'posix' | 'powershell'}-${'preflight' | 'request'}`;
  /** What has to be filled in stands at its top, one variable a line. Without a line feed at its end. */
  readonly text: string;
}

/**
 * The commands that send a hop of an exchange again, the preflight's first: for POSIX shells with curl, and for PowerShell.
 * Those that can't be written are left out, such as the preflight of a hop that had none; none can for a URL that isn't one
 * of http or https.
 */
export function copyableCommands(exchange: Exchange, hop: Hop): readonly CopyableCommand[] {
  const requests = [
    ['preflight', preflightRequest(hop)],
    ['request', actualRequest(exchange, hop)],
  ] as const;
  return (['posix', 'powershell'] as const).flatMap((shell) =>
    requests.flatMap(([what, request]): readonly CopyableCommand[] => {
      const text = request && TEXTS[shell](request);
      return text === null ? [] : [{ id: `${shell}-${what}`, text }];
    }),
  );
}

const TEXTS: Readonly<Record<'posix' | 'powershell', (request: RequestToRepeat) => string | null>> = {
  posix: (request) => {
    const curl = toCurl(request);
    return curl && [...curl.placeholders.map(assignment), curl.command].join('\n');
  },
  powershell: (request) => {
    const written = toPowerShell(request);
    if (written === null) return null;
    return [...written.placeholders.map(({ variable }) => `$${variable} = ''`), written.script].join('\n');
  },
};

import { describe, expect, it } from 'vitest';
import { copyableCommands } from '../../../../src/report/index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { PREFLIGHT_401 } from '../sample-reports.ts';

function commandsOf(description: Parameters<typeof anExchange>[0]) {
  const exchange = anExchange(description);
  return copyableCommands(exchange, exchange.hops[0]);
}

describe('copyableCommands', () => {
  it('are those of the preflight and of the request, for both shells', () => {
    expect(commandsOf(PREFLIGHT_401).map(({ id }) => id)).toEqual([
      'posix-preflight',
      'posix-request',
      'powershell-preflight',
      'powershell-request',
    ]);
  });

  it('have no preflight where there was none', () => {
    expect(commandsOf({ response: {} }).map(({ id }) => id)).toEqual(['posix-request', 'powershell-request']);
  });

  it('begin with what has to be filled in', () => {
    const texts = commandsOf(PREFLIGHT_401).map(({ text }) => text);
    expect(texts[1]).toMatch(/^(YOUR_\w+=''\n)+curl /);
    expect(texts[3]).toMatch(/^(\$YOUR_\w+ = ''\n)+Add-Type /);
    expect(texts.join()).not.toContain('[masked');
  });

  it('are none for what only browsers send', () => {
    expect(commandsOf({ url: 'ws://api.example.com/' })).toEqual([]);
  });
});

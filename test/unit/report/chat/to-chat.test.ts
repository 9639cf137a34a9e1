import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChat } from '../../../../src/report/chat/to-chat.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { HOSTILE_TEXTS } from '../markdown/reading.ts';
import { ALL_KINDS, aReport, aReportOfAllKinds, PREFLIGHT_401, SERVER_ERROR } from '../sample-reports.ts';

const LABELS = ['CORS: ', 'Cause: ', 'Change: ', 'Try: ', 'Expect then: '];

/** What isn't in backticks. */
function outsideCode(text: string): string {
  return text.replaceAll(/(`+)[^`\n](?:.*?[^`\n])??\1(?!`)/g, '');
}

describe('the message for a chat', () => {
  it.each(ALL_KINDS.map((kind) => [kind.id ?? '', kind] as const))(
    'about %s is five lines, or says that nothing fails',
    (_, kind) => {
      const lines = toChat(aReport([anExchange(kind)]))
        .trimEnd()
        .split('\n');
      if (lines.length === 1) expect(lines).toEqual(['CORS: nothing fails.']);
      else
        expect(lines.map((line, index) => line.startsWith(LABELS[index] ?? '?'))).toEqual(
          LABELS.map(() => true),
        );
    },
  );

  it('says of a crash what is really wrong, and has the command with its placeholders', () => {
    const [what, cause, change, command, expected] = toChat(aReport([anExchange(SERVER_ERROR)])).split('\n');
    expect(what).toBe(
      'CORS: `POST https://api.example.com/orders?access_token=masked-32` from `http://localhost:5173` is blocked (Chromium).',
    );
    expect(cause).toContain('`api.example.com` failed with 500');
    expect(change).toMatch(
      /^Change: Look up this request in the log .* In the answer to the request: `Access-Control-Allow-Origin: /,
    );
    expect(command).toContain('"$YOUR_AUTHORIZATION"');
    expect(command).toContain('(really carried out: `POST` may change data)');
    expect(expected).toBe(
      'Expect then: `Access-Control-Allow-Origin: http://localhost:5173`, `Vary: Origin`, `Access-Control-Allow-Credentials: true`.',
    );
  });

  it('tries the preflight where that has to change', () => {
    const [, , change, command, expected] = toChat(aReport([anExchange(PREFLIGHT_401)])).split('\n');
    expect(change).toContain('In the answer to the preflight: status 204, ');
    expect(command).toContain('--request OPTIONS');
    expect(command).not.toContain('really carried out');
    expect(expected).toMatch(/^Expect then: any status from 200 to 299, `Access-Control-Allow-Origin: /);
  });

  it('is about the most frequent cause, and counts the others', () => {
    const twice = ['a', 'b'].map((id) => anExchange({ ...PREFLIGHT_401, id }));
    const message = toChat(aReport([anExchange(SERVER_ERROR), ...twice]));
    expect(message).toContain('CORS: 2 requests to `https://api.example.com`');
    expect(message).toMatch(/ 1 more cause is in the report\.\n$/);
    expect(toChat(aReportOfAllKinds())).toMatch(/ \d+ more causes are in the report\.\n$/);
  });

  it('keeps hostile text in code, on its line', () => {
    const value = fc
      .array(
        fc.oneof(fc.constantFrom(...HOSTILE_TEXTS, '@channel', '<!here>'), fc.string({ maxLength: 10 })),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(value, (text) => {
        const exchange = anExchange({ ...PREFLIGHT_401, url: `https://api.example.com/${text}` });
        const message = toChat(aReport([exchange]));
        expect(message.trimEnd().split('\n')).toHaveLength(LABELS.length);
        expect(outsideCode(message)).not.toMatch(/[@<>[\]#]|:\/\//);
      }),
      { numRuns: 200 },
    );
  });
});

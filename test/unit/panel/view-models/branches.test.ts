import { describe, expect, it } from 'vitest';
import { type BranchesVM, toBranches } from '../../../../src/panel/view-models/branches.ts';
import type { TextPart } from '../../../../src/panel/view-models/text.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';

function branchesOf(name: ExchangeName, asksPage = true): BranchesVM | null {
  const exchange = anExchange({ ...DESCRIPTIONS[name], id: name });
  return toBranches(exchange, diagnose(exchange), asksPage);
}

const textOf = (parts: readonly TextPart[]) => parts.map(({ text }) => text).join('');

describe('branches', () => {
  it('say what is wrong and what to change in each case', () => {
    const shown = branchesOf('credentialsUnknown');
    expect(shown?.branches.map(({ verdict }) => verdict)).toEqual(['Blocked', 'Allowed']);
    const [withThem, without] = shown?.branches ?? [];
    expect(textOf(withThem?.words ?? [])).toContain('then the server has to name http://localhost:5173');
    expect(
      withThem?.diff?.blocks.flatMap(({ lines }) => lines.map(({ op, text }) => `${op} ${text}`)),
    ).toEqual([
      'remove Access-Control-Allow-Origin: *',
      `add Access-Control-Allow-Origin: ${PAGE}`,
      'add Vary: Origin',
      'add Access-Control-Allow-Credentials: true',
    ]);
    expect(textOf(without?.words ?? [])).toContain('allows http://localhost:5173 to read this response');
    expect(without?.diff).toBeNull();
  });

  it('don’t repeat the change that stands above', () => {
    const [withThem, without] = branchesOf('credentialsTwoCauses')?.branches ?? [];
    expect([withThem?.verdict, without?.verdict]).toEqual(['Blocked', 'Blocked']);
    expect(withThem?.diff).not.toBeNull();
    expect(without).toMatchObject({ diff: null, note: 'Then make the change above.' });
  });

  it.each([
    [true, 'The panel asked, and got no answer.'],
    [false, 'The panel can only ask inside DevTools, and this one is in a tab of its own.'],
  ])('say what came of asking the page (in DevTools: %s)', (asksPage, note) => {
    const asking = branchesOf('credentialsUnknown', asksPage)?.settling.find(
      ({ key }) => key === 'ask-resource-timing',
    );
    expect(asking?.note).toBe(note);
  });

  it.each<ExchangeName>(['serverError', 'allowed', 'hiddenHeaderLine'])('are not there for %s', (name) => {
    expect(branchesOf(name)).toBeNull();
  });
});

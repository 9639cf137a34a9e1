import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { isEmptyFix } from '../../../../src/model/fix.ts';
import { createWhatIf } from '../../../../src/panel/state/what-if.ts';
import type { DraftChange } from '../../../../src/panel/view-models/what-if-draft.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { hostileExchange, plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';

const BLOCKED = anExchange({
  response: { headers: { Vary: 'Accept', Server: 'nginx' } },
  outcome: 'blocked',
});

function openOn(exchange: Exchange) {
  const selected = signal<Exchange | null>(exchange);
  const whatIf = createWhatIf(selected, (each) => diagnose(each));
  whatIf.open();
  const view = () => {
    if (whatIf.view.value === null) throw new Error('It is open.');
    return whatIf.view.value;
  };
  const message = (key: string) => {
    const found = view().messages.find((each) => each.key === key);
    if (found === undefined) throw new Error(`There is no message ${key}.`);
    return found;
  };
  return { ...whatIf, selected, view, message };
}

describe('createWhatIf', () => {
  it('opens with the fix in place, marks what differs, and tells what it was', () => {
    const { view, message } = openOn(BLOCKED);
    expect(view()).toMatchObject({ kind: 'allowed', isEdited: true, canUseFix: false, canReset: true });
    expect(view().standing).toBe('2 changes · recorded: Blocked');
    expect(message('0 response').lines).toMatchObject([
      { name: 'Vary', value: 'Accept, Origin', mark: 'changed', was: 'was Accept' },
      { name: 'Access-Control-Allow-Origin', value: PAGE, mark: 'added' },
    ]);
    expect(message('0 response').others).toBe('1 other line changes nothing here.');
  });

  it('shows no times of what didn’t happen', () => {
    const { view, reset } = openOn(BLOCKED);
    const labels = () =>
      view()
        .diagram.messages.map(({ label }) => label)
        .join();
    expect(labels()).not.toMatch(/\d\sms/);
    reset();
    expect(labels()).toMatch(/\d\sms/);
  });

  it('follows what is typed, and gives back what was recorded', () => {
    const { view, message, change, reset, useFix } = openOn(BLOCKED);
    const [, origin] = message('0 response').lines;
    change({ what: 'value', message: '0 response', line: origin?.key ?? -1, text: 'https://a.example' });
    expect(view().kind).toBe('blocked');
    expect(
      view()
        .headline.map(({ text }) => text)
        .join(''),
    ).toContain('https://a.example');
    expect(view().announcement).toMatch(/^Blocked\. /);
    useFix();
    expect(view().kind).toBe('allowed');
    reset();
    expect(view()).toMatchObject({
      kind: 'blocked',
      isEdited: false,
      standing: 'As recorded',
      canReset: false,
    });
    expect(message('0 response').changes).toBe(0);
  });

  it('has nothing in place where nothing is to be fixed', () => {
    const { view } = openOn(anExchange({ response: { headers: { 'Access-Control-Allow-Origin': PAGE } } }));
    expect(view()).toMatchObject({ kind: 'allowed', isEdited: false, canReset: false, assumes: '' });
  });

  it('asks for the answer to a preflight that was never sent, and says that it is assumed', () => {
    const { view, message, change, useFix } = openOn(
      anExchange({ credentials: 'omit', response: { headers: { 'Access-Control-Allow-Origin': PAGE } } }),
    );
    change({ what: 'method', text: 'put' });
    expect(view().method).toMatchObject({ value: 'put', was: 'GET' });
    expect(view().messages.map(({ key }) => key)).toEqual(['request', '0 preflight', '0 response']);
    expect(view().kind).toBe('blocked');
    expect(view().announcement).toMatch(
      /^Only if the server answers the preflight as assumed below: Blocked\./,
    );
    expect(view().diagram.messages.filter(({ label }) => label.startsWith('assumed: '))).toMatchObject([
      { label: expect.stringContaining('204'), dashed: true, breaks: true },
    ]);
    expect(view().assumes).toContain('if the server answers the preflight as assumed');
    expect(message('0 preflight').note).toContain('this is assumed');
    expect(message('0 response').note).toContain('another request');
    useFix();
    expect(view().kind).toBe('allowed');
    expect(message('0 preflight').lines.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      `Access-Control-Allow-Origin: ${PAGE}`,
      'Vary: Origin',
      'Access-Control-Allow-Methods: PUT',
    ]);
    change({ what: 'method', text: 'GET' });
    expect(view().messages.map(({ key }) => key)).toEqual(['request', '0 response']);
    expect(view().kind).toBe('allowed');
  });

  it('says in the proof who chose the credentials mode', () => {
    const proofOf = (exchange: Exchange, change?: DraftChange) => {
      const { view, ...opened } = openOn(exchange);
      if (change !== undefined) opened.change(change);
      const lines = view().proof.groups.flatMap((group) => group.lines);
      const line = lines.find(({ key }) => key.endsWith(' credentials'));
      return line?.words.map(({ text }) => text).join('');
    };
    const included: DraftChange = { what: 'credentials', value: 'include' };
    const cookie = anExchange({ ...{ headers: { Cookie: 'a=b' } }, response: {}, outcome: 'blocked' });
    expect(proofOf(BLOCKED)).toBe(
      'The browser doesn’t show the credentials mode: it is taken as not included.',
    );
    expect(proofOf(BLOCKED, included)).toBe('Credentials are included: you chose that.');
    expect(proofOf(cookie)).toContain('Cookie');
    expect(proofOf(cookie, { what: 'credentials', value: 'same-origin' })).toBe(
      'Credentials aren’t included: you chose that.',
    );
  });

  it('shows the recorded credentials mode, which is no change', () => {
    const { view, change } = openOn(
      anExchange({ credentials: 'omit', response: { headers: { 'Access-Control-Allow-Origin': '*' } } }),
    );
    expect(view().credentials).toMatchObject({ value: 'same-origin', was: '' });
    change({ what: 'credentials', value: 'same-origin' });
    expect(view().isEdited).toBe(false);
    change({ what: 'credentials', value: 'include' });
    expect(view()).toMatchObject({ kind: 'blocked', credentials: { was: 'Not included' } });
  });

  it('adds, removes and puts back lines', () => {
    const { message, change, view } = openOn(
      anExchange({
        response: {
          headers: [
            ['Access-Control-Allow-Origin', PAGE],
            ['Vary', 'Origin'],
          ],
        },
      }),
    );
    const names = () => message('0 response').lines.map(({ name }) => name);
    change({ what: 'add', message: '0 response', after: 0 });
    expect(names()).toEqual(['Access-Control-Allow-Origin', '', 'Vary']);
    expect(view()).toMatchObject({ isEdited: false, canReset: true });
    const added = message('0 response').lines[1]?.key ?? -1;
    change({ what: 'name', message: '0 response', line: added, text: 'X-A' });
    expect(message('0 response').lines[1]).toMatchObject({ mark: 'added', refusal: '' });
    change({ what: 'remove', message: '0 response', line: added });
    change({ what: 'remove', message: '0 response', line: 0 });
    expect(view().kind).toBe('blocked');
    expect(message('0 response').removed).toMatchObject([{ key: 0, name: 'Access-Control-Allow-Origin' }]);
    change({ what: 'restore', message: '0 response', line: 0 });
    expect(names()).toEqual(['Access-Control-Allow-Origin', 'Vary']);
    expect(view()).toMatchObject({ kind: 'allowed', isEdited: false });
  });

  it.each([
    ['name', 'X A', 'A header name has only'],
    ['name', 'Ünicode', 'A header name has only'],
    ['name', 'A:b', 'A header name has only'],
    ['name', '', 'A line needs a name'],
    ['value', 'a\nAccess-Control-Allow-Origin: *', 'line break or NUL'],
    ['value', 'a\0b', 'line break or NUL'],
    ['value', 'ł', 'consists of bytes'],
  ] as const)('refuses the %s %j and leaves the line out', (what, text, why) => {
    const { message, change, view } = openOn(BLOCKED);
    const line = message('0 response').lines[1]?.key ?? -1;
    change({ what, message: '0 response', line, text });
    expect(message('0 response').lines[1]?.refusal).toContain(why);
    expect(view().kind).toBe('blocked');
  });

  it('takes spaces around a value for nothing, as browsers do', () => {
    const { message, change, view } = openOn(BLOCKED);
    const line = message('0 response').lines[1]?.key ?? -1;
    change({ what: 'value', message: '0 response', line, text: ` ${PAGE} ` });
    expect(view().kind).toBe('allowed');
  });

  it('refuses in a request what only browsers set, and methods that script can’t send', () => {
    const { message, change, view } = openOn(BLOCKED);
    change({ what: 'add', message: 'request', after: null });
    change({ what: 'name', message: 'request', line: 0, text: 'Cookie' });
    expect(message('request').lines[0]?.refusal).toContain('Only the browser');
    for (const text of ['', 'A B', 'TRACE', 'ü', 'G\nET']) {
      change({ what: 'method', text });
      expect(view().method.refusal, text).not.toBe('');
    }
    for (const text of ['', '99', '1e2', '600', '20x']) {
      change({ what: 'status', message: '0 response', text });
      expect(message('0 response').status?.refusal, text).not.toBe('');
    }
    expect(view().kind).toBe('allowed');
  });

  it('belongs to one exchange', () => {
    const { selected, isOpen, close } = openOn(BLOCKED);
    selected.value = anExchange({ id: 'other', response: {} });
    expect(isOpen.value).toBe(false);
    selected.value = BLOCKED;
    expect(isOpen.value).toBe(true);
    close();
    expect(isOpen.value).toBe(false);
  });

  it('stays with the exchange as it was when it opened', () => {
    const { selected, view } = openOn(BLOCKED);
    selected.value = { ...BLOCKED, outcome: { state: 'completed', at: 1 } };
    expect(view().standing).toBe('2 changes · recorded: Blocked');
  });
});

describe('any exchange', () => {
  it('passes with the fix in place wherever headers suffice, and is as it was after a reset', () => {
    fc.assert(
      fc.property(fc.oneof(plausibleExchange, hostileExchange), (exchange) => {
        const recorded = diagnose(exchange);
        const { view, reset } = openOn(exchange);
        if (isEmptyFix(recorded.fix)) expect(view().isEdited).toBe(false);
        else expect([view().kind, kindAfterFix(exchange)]).toEqual([kindAfterFix(exchange), 'allowed']);
        reset();
        expect(view()).toMatchObject({ isEdited: false, canReset: false });
        expect(view().headline.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('takes any change without a crash, and a reset takes all of them back', () => {
    fc.assert(
      fc.property(
        fc.oneof(plausibleExchange, hostileExchange),
        fc.array(aChange, { maxLength: 6 }),
        (exchange, changes) => {
          const { view, change, useFix, reset } = openOn(exchange);
          reset();
          const before = JSON.stringify(view());
          for (const each of changes) change(each);
          view();
          useFix();
          view();
          reset();
          expect(JSON.stringify(view())).toBe(before);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function kindAfterFix(exchange: Exchange): string {
  return diagnose(applyFix(exchange, diagnose(exchange).fix)).verdict;
}

const message = fc.constantFrom(
  'request',
  '0 preflight',
  '0 response',
  '1 preflight',
  '1 response',
  '7 response',
);
const line = fc.nat(5);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('PUT', 'Access-Control-Allow-Origin', '*', PAGE, '302', 'Location', '__proto__', '\0'),
);

const aChange: fc.Arbitrary<DraftChange> = fc.oneof(
  fc.record({ what: fc.constant('method' as const), text }),
  fc.record({
    what: fc.constant('credentials' as const),
    value: fc.constantFrom('include' as const, 'same-origin' as const),
  }),
  fc.record({ what: fc.constant('status' as const), message, text }),
  fc.record({ what: fc.constantFrom('name' as const, 'value' as const), message, line, text }),
  fc.record({ what: fc.constant('add' as const), message, after: fc.option(line) }),
  fc.record({ what: fc.constantFrom('remove' as const, 'restore' as const), message, line }),
);

// @vitest-environment happy-dom
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RawHeaders } from '../../../../src/panel/components/raw-headers.tsx';
import { toMessages } from '../../../../src/panel/view-models/headers.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

function show(name: ExchangeName) {
  const onCopy = vi.fn(() => Promise.resolve(true));
  const messages = toMessages(anExchange({ ...DESCRIPTIONS[name], id: name }));
  function Shown() {
    const [query, setQuery] = useState('');
    return <RawHeaders messages={messages} query={query} onQuery={setQuery} onCopy={onCopy} />;
  }
  act(() => render(<Shown />, document.body));
  return { onCopy };
}

const buttons = (name: string) =>
  [...document.querySelectorAll('button')].filter((each) => each.textContent === name);
const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

function lookFor(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) throw new Error('There is no field.');
  field.value = text;
  act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
}

afterEach(() => render(null, document.body));

describe('RawHeaders', () => {
  it('copies a value, a line, and all lines of a message', async () => {
    const { onCopy } = show('duplicate');
    await act(async () => buttons('Copy value Content-Type')[0]?.click());
    await act(async () => buttons('Copy line Content-Type')[0]?.click());
    await act(async () => buttons('Copy all Response 200')[0]?.click());
    expect(onCopy.mock.calls).toEqual([
      ['application/json'],
      ['Content-Type: application/json'],
      [
        'Access-Control-Allow-Origin: *\nContent-Type: application/json\nAccess-Control-Allow-Origin: http://localhost:5173',
      ],
    ]);
  });

  it('says of lines of one name that they were sent twice', () => {
    show('duplicate');
    expect(texts('.header-line .badge')).toEqual(['sent twice', 'sent twice']);
  });

  it('marks a masked value, with all that is known of it', () => {
    show('serverError');
    expect(texts('.masked')).toEqual(['[masked: 42 characters]', '[masked: Bearer, 512 characters]']);
  });

  it('shows only the lines that have what is looked for, marks it, and counts them', () => {
    show('duplicate');
    lookFor('json');
    expect(texts('.message h4')).toHaveLength(1);
    expect(texts('.header-line dt')).toEqual(['Content-Type']);
    expect(texts('mark.hit')).toEqual(['json']);
    expect(texts('output')).toEqual(['1 of 4 lines']);
  });

  it('keeps Escape to itself as long as there is a text to clear', () => {
    show('duplicate');
    const field = () => document.querySelector<HTMLInputElement>('input[type=search]');
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const pressEscape = () =>
      act(() => void field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    lookFor('json');
    pressEscape();
    expect([field()?.value, heard.mock.calls.length]).toEqual(['', 0]);
    pressEscape();
    expect(heard).toHaveBeenCalledTimes(1);
    document.removeEventListener('keydown', heard);
  });
});

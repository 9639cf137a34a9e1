// @vitest-environment happy-dom
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { FilterBox } from '../../../../src/panel/components/filter-box.tsx';
import { completeFilter } from '../../../../src/panel/view-models/filter-completion.ts';
import { rowsOf } from '../some-rows.ts';

const ROWS = rowsOf('allowed', 'serverError', 'headersNotAllowed', 'refused');

function Box() {
  const [text, setText] = useState('');
  return (
    <>
      <FilterBox
        text={text}
        complete={(typed, caret) => completeFilter(typed, caret, ROWS)}
        onFilter={setText}
      />
      <p>elsewhere</p>
    </>
  );
}

function open() {
  act(() => render(<Box />, document.body));
  const input = document.querySelector('input');
  if (input === null) throw new Error('There is no box.');
  const type = (text: string) =>
    act(() => {
      input.value = text;
      input.setSelectionRange(text.length, text.length);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const press = (key: string, more: KeyboardEventInit = {}, on: EventTarget = input) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    act(() => void on.dispatchEvent(event));
    return event;
  };
  return { input, type, press };
}

const options = () => [...document.querySelectorAll('[role=option]')];
const active = () => options().filter((option) => option.getAttribute('aria-selected') === 'true');
const labels = () => options().map((option) => option.querySelector('code')?.textContent);

afterEach(() => render(null, document.body));

describe('FilterBox', () => {
  it('offers nothing before anything is typed', () => {
    const { input } = open();
    expect(options()).toEqual([]);
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('names its list and the option in it that Enter takes', () => {
    const { input, type } = open();
    type('status:');
    expect(input.getAttribute('role')).toBe('combobox');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(input.getAttribute('aria-controls') ?? '')?.getAttribute('role')).toBe(
      'listbox',
    );
    expect(active()).toHaveLength(1);
    expect(input.getAttribute('aria-activedescendant')).toBe(active()[0]?.id);
  });

  it('goes through the options by the arrow keys, round and round', () => {
    const { type, press } = open();
    type('method:p');
    expect(labels()).toEqual(['POST', 'PUT']);
    press('ArrowDown');
    expect(active()).toEqual([options()[1]]);
    press('ArrowDown');
    expect(active()).toEqual([options()[0]]);
    press('ArrowUp');
    expect(active()).toEqual([options()[1]]);
  });

  it.each(['Tab', 'Enter'])('takes a key and then a value by %s, and keeps the focus', (key) => {
    const { input, type, press } = open();
    type('-me');
    expect(press(key).defaultPrevented).toBe(true);
    expect(input.value).toBe('-method:');
    expect(labels()).toEqual(['GET', 'POST', 'PUT']);
    press('ArrowDown');
    press(key);
    expect(input.value).toBe('-method:POST ');
    expect(options()).toEqual([]);
  });

  it('takes an option by a click', () => {
    const { input, type } = open();
    type('method:p');
    act(() => void options()[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    expect(input.value).toBe('method:PUT ');
  });

  it('closes the list by Escape, then empties itself, and then leaves Escape to DevTools', () => {
    const { input, type, press } = open();
    type('status:');
    press('Escape');
    expect(options()).toEqual([]);
    expect(input.value).toBe('status:');
    press('Escape');
    expect(input.value).toBe('');
    expect(press('Escape').defaultPrevented).toBe(false);
  });

  it('leaves Tab and Enter alone while nothing is offered', () => {
    const { type, press } = open();
    type('orders');
    expect(press('Tab').defaultPrevented).toBe(false);
    expect(press('Enter').defaultPrevented).toBe(false);
  });

  it('offers all keys by the down arrow in an empty box', () => {
    const { press } = open();
    press('ArrowDown');
    expect(labels()).toContain('status:');
    expect(labels()).toContain('verdict:');
  });

  it.each([
    { name: 'Ctrl+F', key: 'f', more: { ctrlKey: true } },
    { name: 'Cmd+F', key: 'f', more: { metaKey: true } },
    { name: '/', key: '/', more: {} },
  ])('takes the focus by $name', ({ key, more }) => {
    const { input, press } = open();
    const event = press(key, more, document.querySelector('p') ?? document.body);
    expect(document.activeElement).toBe(input);
    expect(event.defaultPrevented).toBe(true);
  });

  it('leaves a slash alone that is being written', () => {
    const { input, press } = open();
    expect(press('/', {}, input).defaultPrevented).toBe(false);
  });
});

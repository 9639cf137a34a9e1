// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { createWhatIf } from '../../../../src/panel/state/what-if.ts';
import { WhatIfPane } from '../../../../src/panel/what-if-pane.tsx';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS, type ExchangeName } from '../../../gallery/exchanges.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

function show(name: ExchangeName) {
  const selected = signal<Exchange | null>(anExchange({ ...DESCRIPTIONS[name], id: name }));
  const state = createWhatIf(selected, (exchange) => diagnose(exchange));
  state.open();
  act(() => render(<WhatIfPane state={state} onLeaving={() => undefined} />, document.body));
  return state;
}

const RESPONSE = '[data-message="0 response"]';

const fields = (name: 'name' | 'value', message = RESPONSE) => [
  ...document.querySelectorAll<HTMLInputElement>(`${message} [data-field="${name}"]`),
];

function press(field: HTMLElement | undefined, key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  act(() => void field?.dispatchEvent(event));
  return event.defaultPrevented;
}

function type(field: HTMLInputElement | undefined, text: string): void {
  act(() => {
    if (field === undefined) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const button = (action: string) => document.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
const verdict = () => document.querySelector<HTMLElement>('.what-if')?.dataset['verdict'];

afterEach(() => render(null, document.body));

describe('WhatIf', () => {
  it('has the focus when it opens, and Escape closes it', () => {
    const state = show('duplicate');
    expect(document.activeElement).toBe(document.querySelector('.what-if'));
    expect(press(document.body.querySelector<HTMLElement>('input') ?? undefined, 'Escape')).toBe(true);
    expect(state.isOpen.value).toBe(false);
  });

  it('adds a line below with Enter, and takes an empty one away with Backspace', () => {
    show('duplicate');
    const before = fields('name').length;
    press(fields('value')[0], 'Enter');
    expect(fields('name')).toHaveLength(before + 1);
    expect(document.activeElement).toBe(fields('name')[1]);
    expect(press(fields('name')[0], 'Backspace')).toBe(false);
    expect(press(fields('name')[1], 'Backspace')).toBe(true);
    expect(fields('name')).toHaveLength(before);
    expect(document.activeElement).toBe(fields('value')[0]);
  });

  it('keeps the focus in a message of which the last line is removed', () => {
    show('refused');
    press(document.querySelector<HTMLElement>(`${RESPONSE} [data-action="add-line"]`) ?? undefined, 'x');
    act(() => document.querySelector<HTMLElement>(`${RESPONSE} [data-action="add-line"]`)?.click());
    expect(document.activeElement).toBe(fields('name')[0]);
    press(fields('name')[0], 'Backspace');
    expect(document.activeElement).toBe(document.querySelector(`${RESPONSE} [data-action="add-line"]`));
  });

  it('changes the verdict as somebody types, and goes back', () => {
    show('duplicate');
    expect(verdict()).toBe('allowed');
    type(fields('value')[0], 'https://a.example');
    expect(verdict()).toBe('blocked');
    expect(document.querySelector('h2')?.textContent).toContain('https://a.example');
    act(() => button('use-fix')?.click());
    expect(verdict()).toBe('allowed');
    act(() => button('reset')?.click());
    expect(verdict()).toBe('blocked');
    expect(button('reset')?.getAttribute('aria-disabled')).toBe('true');
  });

  it('says at the field why something can’t be taken', () => {
    show('duplicate');
    type(fields('name')[0], 'not a name');
    const field = fields('name')[0];
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    const about = document.getElementById(field?.getAttribute('aria-describedby') ?? '');
    expect(about?.textContent).toContain('A header name has only');
  });

  it('puts back a line that was removed', () => {
    show('wildcardWithCredentials');
    const before = fields('value').map(({ value }) => value);
    act(() => document.querySelector<HTMLElement>(`${RESPONSE} .editor-line button`)?.click());
    act(() => document.querySelector<HTMLElement>('.editor-removed button')?.click());
    expect(fields('value').map(({ value }) => value)).toContain('*');
    expect(fields('value')).toHaveLength(before.length);
  });

  it('names every field, and each differently', () => {
    show('headersNotAllowed');
    const names = [...document.querySelectorAll('input, select')].map(
      (field) =>
        field.getAttribute('aria-label') ?? document.querySelector(`label[for="${field.id}"]`)?.textContent,
    );
    expect(names).not.toContain(undefined);
    expect(names).not.toContain('');
  });

  it('renders what a server wrote as text', () => {
    show('hostile');
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(fields('value', '[data-message="0 preflight"]')[0]?.value).toBeDefined();
  });
});

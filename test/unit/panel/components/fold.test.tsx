// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Fold } from '../../../../src/panel/components/section.tsx';
import { FoldsContext } from '../../../../src/panel/hooks/use-fold.ts';

const folds = signal<ReadonlyMap<string, boolean>>(new Map());

function show(key: string, openAtFirst = false): void {
  act(() =>
    render(
      <FoldsContext.Provider value={folds}>
        <Fold key={key} name="part" heading="Part" openAtFirst={openAtFirst}>
          Text
        </Fold>
      </FoldsContext.Provider>,
      document.body,
    ),
  );
}

const details = () => document.querySelector('details');

/** As a browser does it: the element is toggled, then says so. */
function toggle(): void {
  const element = details();
  if (element === null) throw new Error('There is no part.');
  element.open = !element.open;
  act(() => void element.dispatchEvent(new Event('toggle')));
}

afterEach(() => {
  render(null, document.body);
  folds.value = new Map();
});

describe('a part that can be folded', () => {
  it.each([true, false])('is at first as it is meant to be (%s)', (openAtFirst) => {
    show('one', openAtFirst);
    expect(details()?.open).toBe(openAtFirst);
  });

  it.each([true, false])('is at the next exchange as it was left at the last (%s)', (openAtFirst) => {
    show('one', openAtFirst);
    toggle();
    show('another', openAtFirst);
    expect(details()?.open).toBe(!openAtFirst);
  });

  it('has decided nothing by being put on the page open', () => {
    show('one', true);
    act(() => void details()?.dispatchEvent(new Event('toggle')));
    expect(folds.value.size).toBe(0);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserLanguage } from '../../../src/platform/language.ts';

const i18n = vi.hoisted(() => ({
  getMessage: vi.fn<(name: string) => string>(),
  getUILanguage: vi.fn<() => string>(),
}));

vi.mock('webextension-polyfill', () => ({ default: { i18n } }));

/** A browser that wants a language, and has found a catalogue with these messages for it. */
function aBrowser(wanted: string, messages: Readonly<Record<string, string>>): void {
  i18n.getUILanguage.mockReturnValue(wanted);
  i18n.getMessage.mockImplementation((name) => messages[name] ?? '');
}

beforeEach(() => void vi.resetAllMocks());

describe('the language of the browser', () => {
  it.each([
    ['de', 'de', 'de'],
    ['de-AT', 'de', 'de-AT'],
    ['en-GB', 'en', 'en-GB'],
    ['fr', 'en', 'en'],
    ['fr-CA', '', 'en'],
  ])('%s with words in “%s” is written as %s', (wanted, spoken, tag) => {
    aBrowser(wanted, { language: spoken });
    expect(browserLanguage().tag).toBe(tag);
  });

  it('asks the browser once for each message', () => {
    aBrowser('de', { language: 'de', some_word: 'Wort' });
    const language = browserLanguage();
    i18n.getMessage.mockClear();
    for (const name of ['some_word', 'some_word', 'no_word', 'no_word']) language.message(name);
    expect(language.message('some_word')).toBe('Wort');
    expect(language.message('no_word')).toBe('');
    expect(i18n.getMessage.mock.calls).toEqual([['some_word'], ['no_word']]);
  });

  it('leaves English to the code', () => {
    aBrowser('en-US', { language: 'en', some_word: 'Word' });
    expect(browserLanguage().message('some_word')).toBe('');
  });
});

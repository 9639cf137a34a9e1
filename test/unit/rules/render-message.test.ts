import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/language/language.ts';
import { renderMessage, renderParts } from '../../../src/rules/index.ts';

const message = (data: Record<string, string>, key = 'headline') => ({
  rule: 'origin-trailing-slash',
  key,
  data,
});
const values = { host: 'api.example.com', value: 'http://a.example/', origin: 'http://a.example' };

describe('renderParts', () => {
  it('keeps code spans apart from running text', () => {
    expect(renderParts(message(values))).toEqual([
      { text: 'api.example.com', code: true },
      { text: ' allows ', code: false },
      { text: 'http://a.example/', code: true },
      { text: ', and the slash at its end makes it differ from your origin ', code: false },
      { text: 'http://a.example', code: true },
      { text: '.', code: false },
    ]);
  });

  const hostile: readonly (readonly [string, string, string])[] = [
    ['backticks', '`x` <b>', '`x` <b>'],
    ['placeholders', '{origin}', '{origin}'],
    ['replacement patterns', '$& $1 $$', '$& $1 $$'],
    ['line feeds', 'a\r\nb', 'a\ufffd\ufffdb'],
    ['marks that turn text around', '\u202egnp.exe', '\ufffdgnp.exe'],
    ['HTML', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ];

  it.each(hostile)('%s in a value stay inside their part', (_name, value, shown) => {
    const parts = renderParts(message({ ...values, value }));
    expect(parts).toHaveLength(6);
    expect(parts[2]).toEqual({ text: shown, code: true });
  });
});

describe('renderMessage', () => {
  it('gives the words as plain text', () => {
    expect(renderMessage(message(values))).toBe(
      'api.example.com allows http://a.example/, and the slash at its end makes it differ from your origin http://a.example.',
    );
  });

  it('leaves a placeholder without a value in sight', () => {
    expect(renderMessage(message({ host: 'a', origin: 'b' }))).toContain('a allows {value}, and');
    expect(renderMessage(message({ host: 'a' }))).toContain('your origin {origin}');
  });

  it('finds the words of actions that several rules share', () => {
    expect(renderMessage(message({ host: 'api.example.com' }, 'action-read-server-log'))).toBe(
      'Read the log of api.example.com for the moment of the request.',
    );
  });

  it.each(['no-such-key', 'constructor', '__proto__'])('names a key that it does not know: %s', (key) => {
    expect(renderMessage(message({}, key))).toBe(`origin-trailing-slash: ${key}`);
    expect(renderMessage({ rule: key, key: 'headline', data: {} })).toBe(`${key}: headline`);
  });

  it('puts the templates of a joined key one after the other', () => {
    const data = { error: 'net::ERR_TIMED_OUT', candidates: '3' };
    expect(renderMessage({ rule: 'timed-out', key: 'evidence+unsure-pairing', data })).toBe(
      'The browser reported net::ERR_TIMED_OUT. Which of 3 open requests like this one the preflight belongs to, the browser doesn’t say.',
    );
  });
});

describe('in another language', () => {
  const speaking = (tag: string, messages: Readonly<Record<string, string>>): Language => ({
    tag,
    message: (name) => messages[name] ?? '',
  });
  const german = speaking('de', {
    rule_origin_trailing_slash_headline: 'Statt `{origin}` erlaubt `{host}` nur `{value}`.',
    duration_seconds: '{number} Sek.',
  });
  const japanese = speaking('ja', {
    sentences: '{first}{second}',
    rule_timed_out_evidence: '{host} は `{error}` を報告しました。',
    shared_unsure_pairing: '{candidates} 件のどれかは不明です。',
  });

  it('says it in its words', () => {
    expect(renderMessage(message(values), german)).toBe(
      'Statt http://a.example erlaubt api.example.com nur http://a.example/.',
    );
    expect(renderMessage(message(values))).toContain('makes it differ');
  });

  it('says in English what it has no words for', () => {
    expect(renderMessage(message({ host: 'a' }, 'action-read-server-log'), german)).toBe(
      'Read the log of a for the moment of the request.',
    );
  });

  it('puts sentences together as it does, with a space or without', () => {
    const data = { host: 'a', error: 'net::ERR_TIMED_OUT', candidates: '3' };
    expect(renderMessage({ rule: 'timed-out', key: 'evidence+unsure-pairing', data }, japanese)).toBe(
      'a は net::ERR_TIMED_OUT を報告しました。3 件のどれかは不明です。',
    );
  });

  it('writes times, and names in a row', () => {
    const slow = { rule: 'slow-preflights', key: 'title', data: { total: { milliseconds: 1_540 } } };
    expect(renderMessage(slow)).toBe('Preflights took 1.5 s');
    expect(renderMessage(slow, german)).toBe('Preflights took 1,5 Sek.');
    const passed = { rule: 'answered-by', key: 'passed', data: { names: ['nginx', 'Envoy', 'a\u0000'] } };
    expect(renderMessage(passed)).toBe('The response came through nginx, Envoy, and a\ufffd.');
    expect(renderMessage(passed, german)).toBe('The response came through nginx, Envoy und a\ufffd.');
  });
});

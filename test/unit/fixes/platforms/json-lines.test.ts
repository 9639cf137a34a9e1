import { expect, it } from 'vitest';
import { jsonLines, member, object } from '../../../../src/fixes/platforms/json-lines.ts';

const ORIGINS = ['https://a.example', 'https://b.example'];

it('writes what JSON.parse reads, with lists of origins and long lists one a line', () => {
  const text = jsonLines(
    object(
      member('origins', 'origins', ORIGINS),
      member('headers', 'few', ['a', 'b']),
      member('methods', 'many', ['1', '2', '3', '4', '5', '6', '7']),
      member(null, 'inner', object(member(null, 'on', true), member('max-age', 'age', 600))),
      member(null, 'small', object(member(null, 'operation', 'set'), member(null, 'value', '"quoted"'))),
      false,
    ),
  )
    .map((line) => line.text)
    .join('\n');
  expect(JSON.parse(text)).toEqual({
    origins: ORIGINS,
    few: ['a', 'b'],
    many: ['1', '2', '3', '4', '5', '6', '7'],
    inner: { on: true, age: 600 },
    small: { operation: 'set', value: '"quoted"' },
  });
  expect(text).toContain('  "origins": [\n    "https://a.example",\n    "https://b.example"\n  ],\n');
  expect(text).toContain('  "few": ["a", "b"],\n  "many": [\n    "1",\n');
  expect(text).toContain('  "small": { "operation": "set", "value": "\\"quoted\\"" }\n');
});

it('gives every line the note of the innermost member that has one', () => {
  const inner = object(member(null, 'a', 1), member('max-age', 'b', 2));
  expect(jsonLines(object(member('origins', 'outer', inner)))).toEqual([
    { text: '{', note: null },
    { text: '  "outer": {', note: 'origins' },
    { text: '    "a": 1,', note: 'origins' },
    { text: '    "b": 2', note: 'max-age' },
    { text: '  }', note: 'origins' },
    { text: '}', note: null },
  ]);
});

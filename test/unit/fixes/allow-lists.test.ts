import { describe, expect, it } from 'vitest';
import { extendHeaders, extendMethods } from '../../../src/fixes/allow-lists.ts';

describe('extendMethods', () => {
  const table: readonly (readonly [lines: string[], method: string, result: string[]])[] = [
    [[], 'PUT', ['PUT']],
    [['GET, POST'], 'PUT', ['GET', 'POST', 'PUT']],
    [['GET', 'POST'], 'PUT', ['GET', 'POST', 'PUT']],
    [['*'], 'PUT', ['PUT']],
    [['*, GET'], 'PUT', ['GET', 'PUT']],
    [['get, put'], 'PUT', ['get', 'PUT']],
    [['PATCH'], 'patch', ['PATCH', 'patch']],
    [['GET PUT;DELETE'], 'PUT', ['GET', 'PUT', 'DELETE']],
    [['"PUT DELETE"'], 'GET', ['PUT', 'DELETE']],
    [['@'], 'GET', ['GET']],
  ];

  it.each(table)('%j and %s: %j', (lines, method, result) => {
    expect(extendMethods(lines, method)).toEqual(result);
  });
});

describe('extendHeaders', () => {
  const table: readonly (readonly [lines: string[], asked: string[], result: string[]])[] = [
    [[], ['x-a'], ['x-a']],
    [['Content-Type'], ['content-type', 'x-a'], ['Content-Type', 'x-a']],
    [['*'], ['x-a', 'x-b'], ['x-a', 'x-b']],
    [['Content-Type; X-A'], ['x-a'], ['Content-Type', 'X-A']],
    [['@'], [], []],
  ];

  it.each(table)('%j and %j: %j', (lines, asked, result) => {
    expect(extendHeaders(lines, asked)).toEqual(result);
  });
});

import { describe, expect, it } from 'vitest';
import { pathPattern } from '../../../src/model/path-pattern.ts';

describe('pathPattern', () => {
  it.each([
    ['/', '/'],
    ['/v1/users/42', '/v1/users/:id'],
    ['/v1/users/42/orders/7', '/v1/users/:id/orders/:id'],
    ['/o/3f0c9a52-7f1b-4c59-9a56-0b5f0f6f8e11', '/o/:id'],
    ['/commit/8de8138c0ffee', '/commit/:id'],
    ['/file/dGhpcyBpcyBhIHRva2Vu1', '/file/:id'],
    ['/reset/masked-43', '/reset/:id'],
    ['/api/v2/search-and-replace-everything', '/api/v2/search-and-replace-everything'],
    ['/facade', '/facade'],
    ['/2fa/login', '/2fa/login'],
    [`/${'a'.repeat(65)}`, '/:id'],
  ])('%s reads as %s', (path, pattern) => {
    expect(pathPattern(path)).toBe(pattern);
  });
});

import { expect, test } from 'vitest';
import { isMixedContent } from '../../../src/fetch/mixed-content.ts';

test.each([
  ['https://app.example.com', 'http://api.example.com/', true],
  ['https://app.example.com', 'http://192.168.0.7/', true],
  ['https://app.example.com', 'https://api.example.com/', false],
  ['https://app.example.com', 'http://localhost:3000/', false],
  ['https://app.example.com', 'http://app.localhost/', false],
  ['https://app.example.com', 'http://127.0.0.1/', false],
  ['https://app.example.com', 'ftp://files.example.com/', false],
  ['https://app.example.com', 'not a url', false],
  ['http://app.example.com', 'http://api.example.com/', false],
  ['http://localhost:5173', 'http://api.example.com/', false],
  ['null', 'http://api.example.com/', false],
])('%s asks for %s: %s', (initiator, url, mixed) => {
  expect(isMixedContent(initiator, url)).toBe(mixed);
});

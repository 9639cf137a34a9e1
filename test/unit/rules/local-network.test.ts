import { describe, expect, it } from 'vitest';
import { insecurePageOf, isLocalHost } from '../../../src/rules/local-network.ts';
import { anExchange } from '../../rules/exchange-builder.ts';

describe('insecurePageOf', () => {
  it.each([
    ['http://app.example.com', 'http://app.example.com/', 'http://app.example.com'],
    ['https://app.example.com', 'https://app.example.com/', null],
    ['http://localhost:5173', 'http://localhost:5173/', null],
    ['https://widget.example.com', 'http://app.example.com/', 'http://app.example.com'],
    ['null', 'data:text/html,hello', 'data:'],
    ['null', 'about:blank', 'about:'],
    ['null', 'file:///home/me/index.html', null],
    ['null', 'https://app.example.com/', null],
    ['https://app.example.com', 'not a url', null],
  ])('%s in %s: %s', (origin, page, insecure) => {
    expect(insecurePageOf(anExchange({ origin, page }))).toBe(insecure);
  });
});

describe('isLocalHost', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', '192.168.0.7', '10.0.0.1', 'printer.local'])('%s', (host) => {
    expect(isLocalHost(host)).toBe(true);
  });

  it.each(['api.example.com', '8.8.8.8', 'local.example.com'])('not %s', (host) => {
    expect(isLocalHost(host)).toBe(false);
  });
});

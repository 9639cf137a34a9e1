import { describe, expect, it } from 'vitest';
import { callableUrl, type RedirectKind, redirectKind } from '../../../src/rules/redirect-target.ts';

const API = 'https://api.example.com';

const table: readonly (readonly [from: string, to: string, kind: RedirectKind])[] = [
  [`${API}/users`, `${API}/users/`, 'slash'],
  [`${API}/users/?page=2`, `${API}/users?page=2`, 'slash'],
  [`${API}/users`, `${API}/users?page=2`, 'elsewhere'],
  [`${API}/users`, 'https://api.example.net/users', 'other-host'],
  [`${API}/users`, 'https://api.example.net/users/', 'other-host'],
  [`${API}/users`, 'https://api.example.com:8443/users', 'other-host'],
  [`${API}/users`, 'https://api.example.net/', 'elsewhere'],
  [`${API}/users`, 'http://api.example.com/users/', 'slash'],
  [`${API}/users`, 'http://api.example.com:8000/users/', 'other-host'],
  [`${API}/users`, 'http://api.example.com/users', 'elsewhere'],
  ['http://api.example.com/users', `${API}/users`, 'https'],
  ['http://api.example.com/users', `${API}/users/`, 'https'],
  ['http://localhost:3000/users', 'https://localhost:3443/users', 'https'],
  ['http://api.example.com/users', 'https://www.example.com/users', 'other-host'],
  [`${API}/users`, `${API}/login?next=/users`, 'login'],
  [`${API}/users`, 'https://login.microsoftonline.com/common', 'login'],
  [`${API}/users`, 'https://accounts.google.com/o/oauth2/v2/auth', 'login'],
  [`${API}/users`, 'https://team.example.com/cdn-cgi/access/x', 'login'],
  ['http://api.example.com/users', `${API}/sign-in`, 'login'],
  [`${API}/users`, `${API}/users/sign_in`, 'login'],
  [`${API}/users`, `${API}/authors`, 'elsewhere'],
  [`${API}/users`, `${API}/catalog-in/x`, 'elsewhere'],
  [`${API}/login`, `${API}/login/`, 'slash'],
  ['not a url', 'neither', 'elsewhere'],
];

describe('redirectKind', () => {
  it.each(table)('%s to %s: %s', (from, to, kind) => {
    expect(redirectKind(from, to)).toBe(kind);
  });
});

describe('callableUrl', () => {
  it('keeps a page on https from calling http', () => {
    const to = 'http://api.example.com/users/';
    expect(callableUrl('https://app.example.com', to)).toBe('https://api.example.com/users/');
    expect(callableUrl('http://app.example.com', to)).toBe(to);
    expect(callableUrl('https://app.example.com', 'http://localhost:3000/')).toBe('http://localhost:3000/');
    expect(callableUrl('https://app.example.com', 'https://api.example.com/')).toBe(
      'https://api.example.com/',
    );
  });
});

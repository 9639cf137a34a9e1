import { PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'self-signed, on this computer',
    exchange: { url: 'https://localhost:8443/', outcome: { error: 'net::ERR_CERT_AUTHORITY_INVALID' } },
    cause: 'tls-certificate',
    verdict: 'failed',
    says: ['localhost:8443', 'ERR_CERT_AUTHORITY_INVALID'],
    actions: ['trust-local-certificate'],
  },
  {
    name: 'a remote one',
    exchange: { outcome: { error: 'net::ERR_CERT_DATE_INVALID' } },
    cause: 'tls-certificate',
    verdict: 'failed',
    actions: ['repair-certificate'],
  },
  {
    name: 'in Firefox, which gives a sentence',
    exchange: {
      engine: 'firefox',
      outcome: { error: 'The certificate is not trusted because it is self-signed.' },
    },
    cause: 'tls-certificate',
    verdict: 'failed',
  },
  {
    name: 'a server for plain http, called with https',
    exchange: { url: 'https://localhost:8080/', outcome: { error: 'net::ERR_SSL_PROTOCOL_ERROR' } },
    cause: 'tls-certificate',
    verdict: 'failed',
    says: ['localhost:8080', 'https'],
    actions: ['match-the-scheme'],
  },
  {
    name: 'in Firefox, of the preflight after a redirect, whatever the credentials mode',
    exchange: {
      engine: 'firefox',
      method: 'POST',
      url: 'http://localhost:8080/items',
      headers: { 'Content-Type': 'application/json' },
      preflight: {
        headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Headers': 'content-type' },
      },
      response: { status: 308, headers: { 'Access-Control-Allow-Origin': PAGE } },
      redirects: [
        {
          url: 'https://localhost:8080/items',
          preflight: { error: 'SSL received a record that exceeded the maximum permissible length.' },
        },
      ],
      outcome: { error: 'NS_ERROR_DOM_BAD_URI' },
    },
    cause: 'tls-certificate',
    verdict: 'failed',
    actions: ['match-the-scheme'],
  },
];

import { allowed, blocked } from '../expectation.ts';
import type { ScenarioGroup } from '../scenario.ts';

/** Requests with cookies that the API doesn't quite allow. */
export const credentialScenarios: ScenarioGroup = {
  heading: 'Cookies and credentials',
  scenarios: [
    {
      id: 'wildcard-with-credentials',
      title: 'Any origin, with cookies',
      broken: "`cors({ origin: '*', credentials: true })` never works: with cookies, `*` is not enough.",
      target: { server: 'expressCredentials', path: '/any-origin/me' },
      request: { via: 'fetch', credentials: 'include' },
      expect: blocked(
        'wildcard-with-credentials',
        'WildcardOriginNotAllowed',
        'CORSNotSupportingCredentials',
      ),
    },
    {
      id: 'wildcard-with-credentials-on-preflight',
      title: 'Any origin, with cookies, in an XMLHttpRequest',
      broken: 'The same configuration, and a PUT: already the preflight fails.',
      target: { server: 'expressCredentials', path: '/any-origin/me' },
      request: {
        via: 'xhr',
        method: 'PUT',
        withCredentials: true,
        headers: { 'Content-Type': 'application/json' },
        body: '{"name":"Grace"}',
      },
      expect: blocked(
        'wildcard-with-credentials',
        'PreflightWildcardOriginNotAllowed',
        'CORSNotSupportingCredentials',
      ),
    },
    {
      id: 'wildcard-with-credentials-event-source',
      title: 'Server-sent events with cookies',
      broken: '`new EventSource(url, { withCredentials: true })` meets `Access-Control-Allow-Origin: *`.',
      target: { server: 'expressCredentials', path: '/any-origin/events' },
      request: { via: 'event-source', crossOrigin: 'use-credentials' },
      expect: blocked(
        'wildcard-with-credentials',
        'WildcardOriginNotAllowed',
        'CORSNotSupportingCredentials',
      ),
    },
    {
      id: 'allow-credentials-missing',
      title: 'Credentials are not allowed',
      broken: '`cors({ origin })` names this page, but does not set `credentials: true`.',
      target: { server: 'expressCredentials', path: '/no-credentials/me' },
      request: { via: 'fetch', credentials: 'include' },
      expect: blocked('allow-credentials-missing', 'InvalidAllowCredentials', 'CORSMissingAllowCredentials'),
    },
    {
      id: 'allow-credentials-misspelt',
      title: 'True with a capital T',
      broken: 'The API sends `Access-Control-Allow-Credentials: True`; only `true`, in lower case, counts.',
      target: { server: 'handwrittenHeaders', path: '/credentials/misspelt' },
      request: { via: 'fetch', credentials: 'include' },
      expect: blocked('allow-credentials-misspelt', 'InvalidAllowCredentials', 'CORSMissingAllowCredentials'),
    },
    {
      id: 'cookies-not-sent',
      title: 'Signed in, and yet 401',
      broken:
        'CORS is right, but the API is on another site, where the cookie with `SameSite=Lax` isn’t sent.',
      target: { server: 'sessionApi', path: '/me' },
      request: {
        via: 'fetch',
        credentials: 'include',
        after: { via: 'fetch', credentials: 'include' },
      },
      expect: allowed('cookies-not-sent'),
    },
  ],
};

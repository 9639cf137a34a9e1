import { displayHost } from '../display-url.ts';
import { mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** It went on at a host that the extension has no access to. */
export const outOfSight: Rule = {
  id: 'out-of-sight',
  severity: 'info',
  words: {
    title: 'Went on out of sight',
    headline: '`{host}` redirected the request to `{to}`, which this extension has no access to.',
    'headline-same':
      'This extension has no access to `{host}` any more, so the rest of the request wasn’t seen.',
    explanation:
      'The browser shows an extension only the sites that you granted it. Whether the page gets a response isn’t known.',
    evidence: '`{to}` isn’t among the sites that this extension has access to.',
    'action-grant-access':
      'Give the extension access to `{to}`, or to all sites, and send the request again.',
  },
  links: [mdn('Host permissions', 'Mozilla/Add-ons/WebExtensions/manifest.json/host_permissions')],
  explains: ['no-fault'],
  find({ evaluation, exchange: { outcome }, hop, hopIndex }): Found | null {
    const wentOn = outcome.state === 'closed' && outcome.reason === 'no-access';
    if (!wentOn || evaluation.verdict !== 'unknown') return null;
    const to = displayHost(hop.redirectUrl ?? hop.url);
    return {
      data: { to },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'request' },
      actions: [{ id: 'grant-access', data: { to } }],
      ...(hop.redirectUrl === undefined ? { variant: { headline: 'headline-same' } } : {}),
    };
  },
};

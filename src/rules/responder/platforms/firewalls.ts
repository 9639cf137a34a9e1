import { has, isError, isNoSuccess, platformsOf } from '../platform.ts';

export const FIREWALLS = platformsOf('firewall', [
  {
    id: 'cloudflare-access',
    name: 'Cloudflare Access',
    marks: [[has('cf-access-domain')], [has('www-authenticate', /^Cloudflare-Access\b/i)]],
    made: [
      { sign: [has('cf-access-domain')], statuses: isNoSuccess, confidence: 'certain' },
      { sign: [has('www-authenticate', /^Cloudflare-Access\b/i)], confidence: 'certain' },
    ],
    source: 'https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/cors/',
  },
  {
    id: 'imperva',
    name: 'Imperva',
    marks: [[has('x-iinfo')], [has('x-cdn', /^(?:Incapsula|Imperva)\b/i)]],
    // `B` and a number name the rule that blocked the request.
    made: [{ sign: [has('x-iinfo', / B\d{1,3}\(/)], statuses: isError, confidence: 'likely' }],
    source: 'https://docs.imperva.com/bundle/cloud-application-security/page/introducing-incapsula.htm',
  },
  {
    id: 'sucuri',
    name: 'Sucuri',
    marks: [[has('x-sucuri-id')], [has('x-sucuri-block')], [has('server', /^Sucuri\b/i)]],
    made: [{ sign: [has('x-sucuri-block')], confidence: 'certain' }],
    source: 'https://docs.sucuri.net/website-firewall/sucuri-firewall-troubleshooting-guide/',
  },
  {
    id: 'aws-waf',
    name: 'AWS WAF',
    marks: [[has('x-amzn-waf-action')]],
    made: [{ sign: [has('x-amzn-waf-action', /^(?:challenge|captcha)$/i)], confidence: 'certain' }],
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html',
  },
]);

import type { Arbitrary } from 'fast-check';
import { alphanumeric, base64url, hex, upper } from './random-text.ts';

/** Where a kind is planted. All texts are made of the secret. */
export interface Planted {
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /** Query of the request's URL, without `?`. */
  readonly query?: string;
  /** Last segment of the request's path. */
  readonly path?: string;
  readonly userInfo?: string;
  /** Where the response redirects to. */
  readonly redirectTo?: string;
  readonly statusText?: string;
  /** The browser's error text. */
  readonly error?: string;
  /** Query of the page's own URL. */
  readonly pageQuery?: string;
}

export interface SecretKind {
  readonly name: string;
  readonly secret: Arbitrary<string>;
  plant(secret: string): Planted;
  /** What a rule or a reader needs, and must still be there. */
  readonly stays?: readonly string[];
}

const opaque = alphanumeric(32);
const ELSEWHERE = 'https://login.example/callback';

function inRequest(header: string, build = (secret: string): string => secret): SecretKind['plant'] {
  return (secret) => ({ requestHeaders: { [header]: build(secret) } });
}

function inResponse(header: string, build = (secret: string): string => secret): SecretKind['plant'] {
  return (secret) => ({ responseHeaders: { [header]: build(secret) } });
}

function inQuery(build: (secret: string) => string): SecretKind['plant'] {
  return (secret) => ({ query: build(secret) });
}

function toRedirect(build: (secret: string) => string): SecretKind['plant'] {
  return (secret) => ({ redirectTo: build(secret) });
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const jwt = (secret: string): string =>
  `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from(`{"s":"${secret}"}`).toString('base64url')}.${secret}`;

/** Every kind of secret that must get nowhere, by its name; session ids in paths are out of scope. */
export const SECRET_KINDS: readonly SecretKind[] = [
  // Headers whose names tell
  {
    name: 'session cookie',
    secret: opaque,
    plant: inRequest('Cookie', (s) => `theme=1; sid=${s}`),
    stays: ['sid=[masked: 32 characters]'],
  },
  { name: 'cookie without a name', secret: opaque, plant: inRequest('Cookie') },
  { name: 'Cookie2', secret: opaque, plant: inRequest('Cookie2') },
  {
    name: 'bearer token',
    secret: opaque,
    plant: inRequest('Authorization', (s) => `Bearer ${s}`),
    stays: ['[masked: Bearer, 32 characters]'],
  },
  {
    name: 'basic credentials',
    secret: opaque,
    plant: inRequest('Authorization', (s) => `Basic ${base64(`user:${s}`)}`),
    stays: ['[masked: Basic, 52 characters]'],
  },
  {
    name: 'digest response',
    secret: hex(32),
    plant: inRequest('Authorization', (s) => `Digest username="u", realm="r", nonce="${s}", response="${s}"`),
    stays: ['[masked: Digest, '],
  },
  {
    name: 'NTLM message',
    secret: opaque,
    plant: inRequest('Authorization', (s) => `NTLM ${s}`),
    stays: ['[masked: NTLM, '],
  },
  {
    name: 'Negotiate token',
    secret: opaque,
    plant: inRequest('Authorization', (s) => `Negotiate ${s}`),
    stays: ['[masked: Negotiate, '],
  },
  {
    name: 'AWS signature in a header',
    secret: hex(64),
    plant: inRequest(
      'Authorization',
      (s) =>
        `AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu/s3/aws4_request, SignedHeaders=host, Signature=${s}`,
    ),
    stays: ['[masked: AWS4-HMAC-SHA256, '],
  },
  {
    name: 'authorization of an unknown scheme',
    secret: opaque,
    plant: inRequest('Authorization', (s) => `Acme ${s}`),
  },
  {
    name: 'proxy credentials',
    secret: opaque,
    plant: inRequest('Proxy-Authorization', (s) => `Basic ${base64(s)}`),
    stays: ['[masked: Basic, '],
  },
  { name: 'X-Api-Key', secret: opaque, plant: inRequest('X-Api-Key') },
  { name: 'X-Auth-Token', secret: opaque, plant: inRequest('X-Auth-Token') },
  { name: 'X-CSRF-Token', secret: opaque, plant: inRequest('X-CSRF-Token') },
  { name: 'X-XSRF-TOKEN', secret: opaque, plant: inRequest('X-XSRF-TOKEN') },
  { name: 'X-Creds', secret: opaque, plant: inRequest('X-Creds') },
  { name: 'AWS session token', secret: opaque, plant: inRequest('X-Amz-Security-Token') },
  { name: 'Google API key header', secret: opaque, plant: inRequest('X-Goog-Api-Key') },
  { name: 'Azure subscription key', secret: hex(32), plant: inRequest('Ocp-Apim-Subscription-Key') },
  { name: 'Azure Functions key', secret: base64url(54), plant: inRequest('X-Functions-Key') },
  { name: 'Cloudflare Access secret', secret: hex(64), plant: inRequest('CF-Access-Client-Secret') },
  { name: 'Shopify access token', secret: hex(32), plant: inRequest('X-Shopify-Access-Token') },
  { name: 'GitLab private token', secret: opaque, plant: inRequest('PRIVATE-TOKEN') },
  { name: 'Vault token', secret: opaque, plant: inRequest('X-Vault-Token') },
  { name: 'session id in a header', secret: opaque, plant: inRequest('X-Session-Id') },
  { name: 'DPoP proof', secret: opaque, plant: inRequest('DPoP', jwt) },
  { name: 'one-time password', secret: alphanumeric(16), plant: inRequest('X-GitHub-OTP') },
  {
    name: 'cookie that is set',
    secret: opaque,
    plant: inResponse('Set-Cookie', (s) => `sid=${s}; Path=/; SameSite=None; Secure`),
    stays: ['sid=[masked: 32 characters]; Path=/; SameSite=None; Secure'],
  },
  {
    name: 'cookies that are set, several in one value',
    secret: opaque,
    plant: inResponse('Set-Cookie', (s) => `a=1; Path=/, sid="${s}"; HttpOnly, token=x=${s}; Max-Age=9`),
    stays: ['; Path=/, sid=[masked: ', '; HttpOnly', '; Max-Age=9'],
  },
  { name: 'Set-Cookie2', secret: opaque, plant: inResponse('Set-Cookie2', (s) => `sid="${s}"; Version="1"`) },
  {
    name: 'digest nonce',
    secret: hex(32),
    plant: inResponse('WWW-Authenticate', (s) => `Digest realm="api", nonce="${s}", opaque="${s}"`),
    stays: ['Digest', 'realm=\\"api\\"'],
  },
  {
    name: 'digest nonce with quotes and blanks',
    secret: opaque,
    plant: inResponse(
      'WWW-Authenticate',
      (s) => `Digest nonce = "a \\" ${s}, ${s}", stale=false, opaque=${s}`,
    ),
    stays: ['Digest', 'stale=false'],
  },
  {
    name: 'Negotiate challenge',
    secret: opaque,
    plant: inResponse('WWW-Authenticate', (s) => `Negotiate ${s}`),
    stays: ['Negotiate'],
  },
  {
    name: 'Authentication-Info',
    secret: hex(32),
    plant: inResponse('Authentication-Info', (s) => `rspauth="${s}", nextnonce="${s}"`),
  },
  { name: 'token that a server renews', secret: opaque, plant: inResponse('X-Refreshed-Token') },
  {
    name: 'signature of a webhook',
    secret: hex(64),
    plant: inResponse('X-Hub-Signature-256', (s) => `sha256=${s}`),
  },

  // Headers of any name, values whose form tells
  { name: 'JWT in a header of any name', secret: opaque, plant: inRequest('X-Context', jwt) },
  {
    name: 'JSON in base64 with a token',
    secret: opaque,
    plant: inRequest('X-Context', (s) => base64(`{"access_token":"${s}","n":1}`)),
  },
  {
    name: 'JSON with a password',
    secret: opaque,
    plant: inRequest('X-Context', (s) => `{"password": "${s}"}`),
  },
  {
    name: 'bearer token in a header of any name',
    secret: opaque,
    plant: inRequest('X-Forward', (s) => `Bearer ${s}`),
  },
  {
    name: 'connection string',
    secret: opaque,
    plant: inRequest('X-Context', (s) => `Endpoint=https://a.example/;AccountKey=ab+/${s}==;Suffix=x`),
  },
  {
    name: 'URL with a password in a header of any name',
    secret: opaque,
    plant: inResponse('X-Upstream', (s) => `via https://user:${s}@b.example/ and back`),
    stays: ['@b.example/ and back'],
  },
  {
    name: 'address of a sign-in in a header of any name',
    secret: opaque,
    plant: inResponse('X-Original-Url', (s) => `/callback?code=${s}`),
  },
  { name: 'Stripe key', secret: alphanumeric(24), plant: inRequest('X-Context', (s) => `sk_live_${s}`) },
  {
    name: 'Stripe restricted key',
    secret: alphanumeric(24),
    plant: inRequest('X-Context', (s) => `rk_live_${s}`),
  },
  { name: 'GitHub token', secret: alphanumeric(36), plant: inRequest('X-Context', (s) => `ghp_${s}`) },
  {
    name: 'GitHub fine-grained token',
    secret: alphanumeric(60),
    plant: inRequest('X-Context', (s) => `github_pat_${s}`),
  },
  { name: 'GitLab token', secret: base64url(20), plant: inRequest('X-Context', (s) => `glpat-${s}`) },
  {
    name: 'Slack token',
    secret: alphanumeric(24),
    plant: inRequest('X-Context', (s) => `xoxb-123456789012-${s}`),
  },
  { name: 'npm token', secret: alphanumeric(36), plant: inRequest('X-Context', (s) => `npm_${s}`) },
  { name: 'OpenAI key', secret: alphanumeric(48), plant: inRequest('X-Context', (s) => `sk-proj-${s}`) },
  {
    name: 'Anthropic key',
    secret: alphanumeric(48),
    plant: inRequest('X-Context', (s) => `sk-ant-api03-${s}`),
  },
  { name: 'Google API key', secret: base64url(35), plant: inRequest('X-Context', (s) => `AIza${s}`) },
  { name: 'Google OAuth token', secret: base64url(60), plant: inRequest('X-Context', (s) => `ya29.${s}`) },
  { name: 'AWS access key id', secret: upper(16), plant: inRequest('X-Context', (s) => `AKIA${s}`) },
  {
    name: 'SendGrid key',
    secret: alphanumeric(40),
    plant: inRequest('X-Context', (s) => `SG.${s.slice(0, 18)}.${s}`),
  },
  { name: 'token in a status text', secret: opaque, plant: (s) => ({ statusText: `Token=${s} expired` }) },
  { name: 'token in an error text', secret: opaque, plant: (s) => ({ error: `net::ERR_FAILED token=${s}` }) },

  // URLs
  {
    name: 'access token in a query',
    secret: opaque,
    plant: inQuery((s) => `page=2&access_token=${s}`),
    stays: ['page=2&access_token=masked-32'],
  },
  {
    name: 'API key in a query',
    secret: opaque,
    plant: inQuery((s) => `api_key=${s}`),
    stays: ['api_key=masked-32'],
  },
  { name: 'JWT in a query', secret: opaque, plant: inQuery((s) => `t=${jwt(s)}`), stays: ['t=masked-'] },
  { name: 'JWT in a path', secret: opaque, plant: (s) => ({ path: jwt(s) }) },
  {
    name: 'signed URL of AWS S3',
    secret: hex(64),
    plant: inQuery(
      (s) =>
        `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${s}%2F20260101%2Feu%2Fs3&X-Amz-Expires=900&X-Amz-Security-Token=${s}&X-Amz-Signature=${s}`,
    ),
    stays: ['X-Amz-Expires=900', 'X-Amz-Signature=masked-64'],
  },
  {
    name: 'signed URL of AWS S3, version 2',
    secret: hex(32),
    plant: inQuery((s) => `AWSAccessKeyId=${s}&Expires=1&Signature=${s}`),
    stays: ['Expires=1'],
  },
  {
    name: 'signed URL of Google Cloud Storage',
    secret: hex(64),
    plant: inQuery((s) => `X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=${s}&X-Goog-Signature=${s}`),
    stays: ['X-Goog-Signature=masked-64'],
  },
  {
    name: 'signed URL of Google, version 2',
    secret: opaque,
    plant: inQuery((s) => `GoogleAccessId=${s}&Expires=1&Signature=${s}`),
    stays: ['Expires=1'],
  },
  {
    name: 'shared access signature of Azure',
    secret: opaque,
    plant: inQuery((s) => `sv=2024-11-04&se=2026-01-01&sp=r&sig=${s}%3D`),
    stays: ['sv=2024-11-04&se=2026-01-01&sp=r&sig=masked-35'],
  },
  {
    name: 'signed URL of CloudFront',
    secret: opaque,
    plant: inQuery((s) => `Expires=1&Policy=${s}&Signature=${s}&Key-Pair-Id=${s}`),
    stays: ['Expires=1'],
  },
  {
    name: 'signature with encoded characters',
    secret: opaque,
    plant: inQuery((s) => `sig=%2B${s}%2F${s}%3D%3D&page=2`),
    stays: ['&page=2'],
  },
  {
    name: 'token whose name is encoded',
    secret: opaque,
    plant: inQuery((s) => `access_%74oken=${s}&user%5Bpassword%5D=${s}`),
    stays: ['access_%74oken=masked-32'],
  },
  {
    name: 'password in the variables of a GraphQL query',
    secret: opaque,
    plant: inQuery((s) => `variables=${encodeURIComponent(`{"name":"a","password":"${s}"}`)}`),
    stays: ['variables=masked-'],
  },
  {
    name: 'download token of Firebase',
    secret: hex(32),
    plant: inQuery((s) => `alt=media&token=${s}`),
    stays: ['alt=media&token=masked-32'],
  },
  { name: 'authorization code', secret: opaque, plant: inQuery((s) => `code=${s}&state=${s}`) },
  { name: 'invitation', secret: opaque, plant: inQuery((s) => `invite=${s}`) },
  { name: 'confirmation hash', secret: hex(40), plant: inQuery((s) => `hash=${s}`) },
  { name: 'reset token', secret: opaque, plant: inQuery((s) => `reset_token=${s}`) },
  { name: 'SAML response', secret: opaque, plant: inQuery((s) => `SAMLResponse=${s}`) },
  { name: 'ticket of a single sign-on', secret: opaque, plant: inQuery((s) => `ticket=ST-1-${s}`) },
  {
    name: 'JSON in base64 in a query',
    secret: opaque,
    plant: inQuery((s) => `data=${encodeURIComponent(base64(`{"user":1,"secret":"${s}"}`))}`),
  },
  {
    name: 'URL with a token inside a query',
    secret: opaque,
    plant: inQuery((s) => `next=${encodeURIComponent(`https://b.example/?token=${s}`)}`),
  },
  {
    name: 'URL with a token inside a query, encoded twice',
    secret: opaque,
    plant: inQuery((s) => `next=${encodeURIComponent(encodeURIComponent(`https://b.example/?token=${s}`))}`),
  },
  { name: 'parameter of a path', secret: hex(32), plant: (s) => ({ path: `list;jsessionid=${s}` }) },
  { name: 'user name and password', secret: opaque, plant: (s) => ({ userInfo: `user:${s}` }) },
  { name: 'user name that is a token', secret: opaque, plant: (s) => ({ userInfo: s }) },
  { name: 'token in the page’s own URL', secret: opaque, plant: (s) => ({ pageQuery: `token=${s}` }) },
  {
    name: 'token in the fragment of the page’s own URL',
    secret: opaque,
    plant: (s) => ({ pageQuery: `#access_token=${s}` }),
  },
  {
    name: 'token in Location',
    secret: opaque,
    plant: toRedirect((s) => `${ELSEWHERE}?id_token=${s}`),
    stays: ['id_token=masked-32'],
  },
  {
    name: 'token in the fragment of Location',
    secret: opaque,
    plant: toRedirect((s) => `${ELSEWHERE}#access_token=${s}&token_type=bearer`),
  },
  { name: 'code in a relative Location', secret: opaque, plant: toRedirect((s) => `/callback?code=${s}`) },
  {
    name: 'password in Location',
    secret: opaque,
    plant: toRedirect((s) => `https://user:${s}@login.example/`),
  },
  {
    name: 'token in Referer',
    secret: opaque,
    plant: inRequest('Referer', (s) => `http://localhost:3000/?session=${s}`),
  },
  {
    name: 'key in Link',
    secret: opaque,
    plant: inResponse('Link', (s) => `<https://b.example/?key=${s}>; rel=next`),
    stays: ['rel=next'],
  },
  {
    name: 'token in Refresh',
    secret: opaque,
    plant: inResponse('Refresh', (s) => `5; url=/next?token=${s}`),
  },
  {
    name: 'signature in Content-Location',
    secret: opaque,
    plant: inResponse('Content-Location', (s) => `/file?sig=${s}`),
  },
  {
    name: 'token in SourceMap',
    secret: opaque,
    plant: inResponse('SourceMap', (s) => `/a.map?private_token=${s}`),
  },
  {
    name: 'token in a policy’s report address',
    secret: opaque,
    plant: inResponse(
      'Content-Security-Policy',
      (s) => `default-src 'self'; report-uri https://r.example/?key=${s}`,
    ),
    stays: ["default-src 'self'"],
  },
  {
    name: 'token in Report-To',
    secret: opaque,
    plant: inResponse('Report-To', (s) => `{"endpoints":[{"url":"https://r.example/?token=${s}"}]}`),
  },
  {
    name: 'password where an origin should be',
    secret: opaque,
    plant: inResponse('Access-Control-Allow-Origin', (s) => `https://user:${s}@a.example`),
  },
];

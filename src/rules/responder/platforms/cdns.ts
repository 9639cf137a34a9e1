import { HTML, has, isError, isNoSuccess, lacks, platformsOf } from '../platform.ts';

const CLOUDFLARE = has('server', /^cloudflare$/i);
const FASTLY = has('x-served-by', /^cache-[a-z]/i);

export const CDNS = platformsOf('cdn', [
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    // It puts both on everything that it passes on.
    marks: [[has('cf-ray')], [CLOUDFLARE]],
    made: [
      { sign: [has('cf-mitigated', /^challenge$/i)], confidence: 'certain' },
      {
        sign: [CLOUDFLARE],
        statuses: (status) => status >= 520 && status <= 526,
        confidence: 'certain',
      },
      // Some applications answer this one themselves.
      { sign: [CLOUDFLARE], statuses: (status) => status === 530, confidence: 'likely' },
      // What it refuses never gets as far as its cache.
      {
        sign: [CLOUDFLARE, has('content-type', HTML), lacks('cf-cache-status')],
        statuses: isError,
        confidence: 'likely',
      },
    ],
    source:
      'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
  },
  {
    id: 'cloudfront',
    name: 'CloudFront',
    marks: [[has('x-amz-cf-id')], [has('x-amz-cf-pop')], [has('via', /\bcloudfront\.net\b/i)]],
    made: [
      // `Error from cloudfront` alone is also what an error of the server behind it gets.
      {
        sign: [
          has('server', /^CloudFront$/i),
          has(
            'x-cache',
            /^(?:Error|Redirect|LambdaGeneratedResponse|FunctionGeneratedResponse) from cloudfront$/i,
          ),
        ],
        confidence: 'certain',
      },
    ],
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html',
  },
  {
    id: 'fastly',
    name: 'Fastly',
    marks: [[FASTLY], [has('x-fastly-request-id')], [has('fastly-debug-path')]],
    made: [{ sign: [has('server', /^Varnish$/i), FASTLY], statuses: isError, confidence: 'likely' }],
    source: 'https://www.fastly.com/documentation/reference/http/http-headers/X-Served-By/',
  },
  {
    id: 'akamai',
    name: 'Akamai',
    marks: [
      [has('akamai-grn')],
      [has('x-akamai-request-id')],
      [has('x-akamai-transformed')],
      [has('server', /^AkamaiGHost\b/i)],
    ],
    made: [{ sign: [has('server', /^AkamaiGHost\b/i)], statuses: isNoSuccess, confidence: 'certain' }],
    source: 'https://techdocs.akamai.com/property-mgr/docs/global-req-number',
  },
  {
    id: 'azure-front-door',
    name: 'Azure Front Door',
    marks: [[has('x-azure-ref')]],
    made: [],
    source: 'https://learn.microsoft.com/en-us/azure/frontdoor/front-door-http-headers-protocol',
  },
  {
    id: 'varnish',
    name: 'Varnish',
    // Fastly is made from it.
    marks: [
      [has('x-varnish')],
      [has('via', /\bvarnish\b/i), lacks('x-served-by')],
      [has('server', /^Varnish$/i), lacks('x-served-by')],
    ],
    made: [
      { sign: [has('server', /^Varnish$/i), lacks('x-served-by')], statuses: isError, confidence: 'certain' },
    ],
    source: 'https://varnish-cache.org/docs/trunk/users-guide/troubleshooting.html',
  },
]);

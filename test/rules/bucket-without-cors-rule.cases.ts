import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const OBJECT = 'https://files.s3.eu-central-1.amazonaws.com/report.json';
const S3 = { Server: 'AmazonS3', 'x-amz-request-id': 'TX0001' };

export const cases: readonly RuleCase[] = [
  {
    name: 'S3 sends the object without CORS headers',
    exchange: { url: OBJECT, response: { headers: S3 }, outcome: 'blocked' },
    cause: 'bucket-without-cors-rule',
    verdict: 'blocked',
    data: { store: 'Amazon S3', asked: 'GET' },
    says: ['files.s3.eu-central-1.amazonaws.com', PAGE],
    actions: ['add-bucket-rule'],
  },
  {
    name: 'S3 refuses the preflight',
    exchange: { ...PUT_JSON, url: OBJECT, preflight: { status: 403, headers: S3 } },
    cause: 'bucket-without-cors-rule',
    verdict: 'blocked',
    unknown: true,
    data: { asked: 'OPTIONS' },
  },
  {
    name: 'a bucket behind CloudFront',
    exchange: {
      url: 'https://cdn.example.com/report.json',
      response: {
        headers: { ...S3, Via: '1.1 a1b2.cloudfront.net (CloudFront)', 'X-Cache': 'Miss from cloudfront' },
      },
      outcome: 'blocked',
    },
    cause: 'bucket-without-cors-rule',
    verdict: 'blocked',
    actions: ['add-bucket-rule', 'forward-origin'],
  },
  {
    name: 'Google Cloud Storage answers the preflight without headers',
    exchange: {
      ...PUT_JSON,
      url: 'https://storage.googleapis.com/files/report.json',
      preflight: { status: 200, headers: { 'X-GUploader-UploadID': 'ABPtcP' } },
    },
    cause: 'bucket-without-cors-rule',
    verdict: 'blocked',
    says: ['Google Cloud Storage'],
  },
  {
    name: 'Azure Blob Storage, in Firefox',
    exchange: {
      engine: 'firefox',
      url: 'https://account.blob.core.windows.net/files/report.json',
      response: {
        headers: { Server: 'Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0', 'x-ms-blob-type': 'BlockBlob' },
      },
      outcome: 'blocked',
    },
    cause: 'bucket-without-cors-rule',
    verdict: 'blocked',
  },
  {
    name: 'not for an object that isn’t there',
    exchange: { url: OBJECT, response: { status: 404, headers: S3 }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the bucket allows the page',
    exchange: { url: OBJECT, response: { headers: allowing(PAGE, S3) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
];

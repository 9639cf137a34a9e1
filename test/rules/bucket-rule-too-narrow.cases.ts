import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const OBJECT = 'https://files.s3.eu-central-1.amazonaws.com/report.json';
const S3 = { Server: 'AmazonS3', 'x-amz-request-id': 'TX0001' };
const SHARED = 'https://s3.eu-central-1.amazonaws.com';
const refused = { ...PUT_JSON, id: 'x2', preflight: { status: 403, headers: S3 } } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'GET is allowed, PUT with its header isn’t',
    exchange: { ...refused, url: OBJECT },
    history: [{ id: 'x1', url: OBJECT, response: { headers: allowing(PAGE, S3) } }],
    cause: 'bucket-rule-too-narrow',
    verdict: 'blocked',
    data: { store: 'Amazon S3', asked: 'GET', otherUrl: OBJECT },
    says: ['PUT'],
    actions: ['extend-bucket-rule-with-headers'],
  },
  {
    name: 'GET is allowed, DELETE isn’t',
    exchange: { id: 'x2', method: 'DELETE', url: OBJECT, preflight: { status: 403, headers: S3 } },
    history: [{ id: 'x1', url: OBJECT, response: { headers: allowing(PAGE, S3) } }],
    cause: 'bucket-rule-too-narrow',
    verdict: 'blocked',
    actions: ['extend-bucket-rule'],
  },
  {
    name: 'the same bucket at the host of all buckets',
    exchange: { ...refused, url: `${SHARED}/files/a.json` },
    history: [{ id: 'x1', url: `${SHARED}/files/b.json`, response: { headers: allowing(PAGE, S3) } }],
    cause: 'bucket-rule-too-narrow',
    verdict: 'blocked',
  },
  {
    name: 'not if it was another bucket',
    exchange: { ...refused, url: `${SHARED}/files/a.json` },
    history: [{ id: 'x1', url: `${SHARED}/pictures/b.json`, response: { headers: allowing(PAGE, S3) } }],
    cause: 'bucket-without-cors-rule',
    verdict: 'blocked',
  },
  {
    name: 'not if no other request of the bucket was seen',
    exchange: { ...refused, url: OBJECT },
    cause: 'bucket-without-cors-rule',
    verdict: 'blocked',
    unknown: true,
  },
];

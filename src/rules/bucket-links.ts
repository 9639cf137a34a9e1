import type { Link } from './diagnosis.ts';

/** Where each object store documents its CORS rules. */
export const BUCKET_LINKS: readonly Link[] = [
  {
    label: 'Amazon S3: Elements of a CORS configuration',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
  },
  {
    label: 'Google Cloud Storage: Set up CORS',
    url: 'https://cloud.google.com/storage/docs/using-cors',
  },
  {
    label: 'Azure Storage: CORS support',
    url: 'https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services',
  },
];

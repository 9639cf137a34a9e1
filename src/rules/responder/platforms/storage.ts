import { has, isError, platformsOf } from '../platform.ts';

/** What serves files, and has no application behind it. */
export const STORAGE = platformsOf('storage', [
  {
    id: 'amazon-s3',
    name: 'Amazon S3',
    marks: [[has('server', /^AmazonS3$/i)]],
    made: [{ sign: [has('server', /^AmazonS3$/i)], statuses: isError, confidence: 'certain' }],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonResponseHeaders.html',
  },
  {
    id: 'google-cloud-storage',
    name: 'Google Cloud Storage',
    marks: [[has('x-goog-stored-content-length')], [has('x-goog-generation')], [has('x-guploader-uploadid')]],
    // Other uploads to Google get that header too.
    made: [{ sign: [has('x-guploader-uploadid')], statuses: isError, confidence: 'likely' }],
    source: 'https://cloud.google.com/storage/docs/json_api/v1/parameters',
  },
  {
    id: 'azure-blob-storage',
    name: 'Azure Blob Storage',
    marks: [[has('server', /^Windows-Azure-Blob\//i)], [has('x-ms-blob-type')]],
    made: [{ sign: [has('server', /^Windows-Azure-Blob\//i)], statuses: isError, confidence: 'certain' }],
    source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/preflight-blob-request',
  },
  {
    id: 'github-pages',
    name: 'GitHub Pages',
    // GitHub's API names the same server.
    marks: [[has('x-proxy-cache'), has('server', /^GitHub\.com$/i)]],
    made: [],
    source: 'https://docs.github.com/en/pages',
  },
]);

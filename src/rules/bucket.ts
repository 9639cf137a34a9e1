import { urlParts } from '../fetch/url-parts.ts';
import type { AnsweredBy } from './responder/answered-by.ts';
import { platformName } from './responder/platform-name.ts';
import type { PlatformId } from './responder/platforms.ts';

/** Where CORS is a setting of the bucket, and of nothing else. */
const STORES: readonly PlatformId[] = ['amazon-s3', 'google-cloud-storage', 'azure-blob-storage'];

/** The name of the object store that gave an answer; null if none did. */
export function objectStore(answeredBy: AnsweredBy | null): string | null {
  const store = answeredBy?.platforms.find((platform) => STORES.includes(platform));
  return store === undefined ? null : platformName(store);
}

/** Hosts that serve all buckets, so that the first part of the path names the bucket. */
const SHARED_HOST = /^(s3[.-].*\.amazonaws\.com|s3\.amazonaws\.com|storage\.googleapis\.com)$/i;

/** Whether two URLs of one host are of one bucket. */
export function isSameBucket(url: string, other: string): boolean {
  const parts = urlParts(url);
  const otherParts = urlParts(other);
  if (parts === null || otherParts === null || parts.origin !== otherParts.origin) return false;
  return !SHARED_HOST.test(parts.hostname) || bucketOf(parts.pathname) === bucketOf(otherParts.pathname);
}

function bucketOf(pathname: string): string | undefined {
  return pathname.split('/')[1];
}

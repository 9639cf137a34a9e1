import type { Header, HeaderList } from '../model/header-list.ts';
import { MAX_REMEMBERED, MAX_REMEMBERED_LENGTH } from '../model/limits.ts';
import { maskHeaderLine, maskUrl } from '../model/mask-secrets.ts';

/*
 * Looking for secrets is most of what an event costs us. Each URL comes with every event of its request, and most header
 * lines with every request of a page. What is remembered of them holds no secret: masked URLs, and lines that had none.
 */

const maskedUrls = new Map<string, string>();
const harmlessLines = new Set<string>();

/**
 * The masked URL.
 *
 * @param key stands for the URL, which is not kept: see `urlKey`
 */
export function maskUrlOnce(url: string, key: string): string {
  const known = maskedUrls.get(key);
  if (known !== undefined) return known;
  const masked = maskUrl(url);
  if (masked.length <= MAX_REMEMBERED_LENGTH) {
    if (maskedUrls.size >= MAX_REMEMBERED) maskedUrls.clear();
    maskedUrls.set(key, masked);
  }
  return masked;
}

/** The masked header lines. */
export function maskHeadersOnce(headers: HeaderList): HeaderList {
  return headers.map(maskLineOnce);
}

function maskLineOnce(line: Header): Header {
  const [name, value] = line;
  if (name.length + value.length > MAX_REMEMBERED_LENGTH) return maskHeaderLine(line);
  // No name holds a colon.
  const text = `${name}:${value}`;
  if (harmlessLines.has(text)) return line;
  const masked = maskHeaderLine(line);
  if (masked[0] !== name || masked[1] !== value) return masked;
  if (harmlessLines.size >= MAX_REMEMBERED) harmlessLines.clear();
  harmlessLines.add(text);
  return line;
}

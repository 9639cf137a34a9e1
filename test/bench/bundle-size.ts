import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface BundleSize {
  /** Bytes as they lie on disk. */
  readonly bytes: number;
  readonly gzip: number;
  readonly files: readonly string[];
}

/** The size of an entry (a script or a page) with every script and style that it loads, each file counted once. */
export function bundleSize(dist: string, entry: string): BundleSize {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(dist, file), 'utf8');
    for (const reference of referencesIn(text, file)) follow(reference);
  };
  follow(entry);
  const files = [...seen];
  const contents = files.map((file) => readFileSync(join(dist, file)));
  return {
    files,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzip: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
  };
}

function referencesIn(text: string, file: string): string[] {
  const pattern = file.endsWith('.html')
    ? /(?:src|href)="([^"]+\.(?:js|css))"/g
    : /(?:from|import)\s*["'](\.[^"']+\.js)["']/g;
  return [...text.matchAll(pattern)].map(([, path = '']) =>
    path.startsWith('/') ? path.slice(1) : normalize(join(dirname(file), path)),
  );
}

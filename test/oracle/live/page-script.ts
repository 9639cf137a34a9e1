import type { OracleRequest } from './oracle-case.ts';

/** What the page is told to send. */
export interface PageRequest {
  readonly id: string;
  /** From the frame of an opaque origin. */
  readonly opaque: boolean;
  readonly request: OracleRequest;
}

/** What the page itself learned. */
export interface PageResult {
  readonly id: string;
  /** The promise was fulfilled, or the element loaded. Null: the page isn't told. */
  readonly ok: boolean | null;
  readonly status: number | null;
  readonly type?: string;
  /** Names that script can list, sorted; null if it can't. */
  readonly exposedHeaders: readonly string[] | null;
  /** `construct`: refused before anything was sent; `timeout`: neither an answer nor a failure. */
  readonly phase: 'construct' | 'fetch' | 'timeout' | null;
}

export interface PageWindow {
  /** Adds the frame of an opaque origin, whose observers are to be there before it is. */
  readonly addFrame?: () => Promise<void>;
  /** Sends all, some at a time, and tells what came of each. */
  readonly play?: (requests: readonly PageRequest[]) => Promise<readonly PageResult[]>;
}

/** Runs in the page and in its frame, as source text: it may use nothing from around it. */
export function pageScript(): void {
  // A host gets six connections. A redirect holds one while the preflight of its next hop needs another: with six such
  // requests at a time none would get on. The page and its frame may share the six.
  const AT_A_TIME = { page: 3, frame: 2 };
  const PATIENCE_MS = 10_000;

  type Outcome = Omit<PageResult, 'id'>;
  const refused: Outcome = { ok: false, status: null, exposedHeaders: null, phase: 'construct' };
  const failed: Outcome = { ok: false, status: null, exposedHeaders: null, phase: 'fetch' };
  const loaded: Outcome = { ok: true, status: null, exposedHeaders: null, phase: null };
  const untold: Outcome = { ok: null, status: null, exposedHeaders: null, phase: null };
  const silent: Outcome = { ...failed, phase: 'timeout' };

  function bodyOf({
    bodyType,
  }: OracleRequest): string | URLSearchParams | FormData | Blob | Uint8Array<ArrayBuffer> | null {
    switch (bodyType) {
      case 'text':
        return 'text';
      case 'form':
        return new URLSearchParams({ a: '1' });
      case 'multipart': {
        const form = new FormData();
        form.set('a', '1');
        return form;
      }
      case 'blob-json':
        return new Blob(['{}'], { type: 'application/json' });
      case 'buffer':
        return new Uint8Array([1, 2]);
      default:
        return null;
    }
  }

  async function byFetch(request: OracleRequest): Promise<Outcome> {
    const { url, method, mode, credentials, redirect } = request;
    let asked: Request;
    try {
      asked = new Request(url, { method, mode, credentials, redirect, body: bodyOf(request) });
      for (const [name, value] of request.headers) asked.headers.append(name, value);
    } catch {
      return refused;
    }
    try {
      const response = await fetch(asked);
      const { status, type } = response;
      const exposedHeaders = [...new Set([...response.headers.keys()])].sort();
      await response.text();
      return { ok: true, status, type, exposedHeaders, phase: null };
    } catch {
      return failed;
    }
  }

  function byXhr(request: OracleRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      let told: Outcome | null = null;
      xhr.onreadystatechange = () => {
        if (xhr.readyState !== XMLHttpRequest.HEADERS_RECEIVED) return;
        const names = xhr
          .getAllResponseHeaders()
          .split('\r\n')
          .flatMap((line) => (line === '' ? [] : [line.slice(0, line.indexOf(':')).toLowerCase()]));
        told = {
          ok: true,
          status: xhr.status,
          type: 'xhr',
          exposedHeaders: [...new Set(names)].sort(),
          phase: null,
        };
      };
      // As with fetch, what counts is whether script was handed the response's head.
      xhr.onloadend = () => resolve(told ?? failed);
      try {
        xhr.open(request.method, request.url);
        xhr.withCredentials = request.credentials === 'include';
        for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
        if (request.uploadListener === true) xhr.upload.onprogress = () => undefined;
        xhr.send(bodyOf(request));
      } catch {
        resolve(refused);
      }
    });
  }

  function byElement(request: OracleRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      const element = elementOf(request);
      element.onload = () => resolve(loaded);
      element.onerror = () => resolve(failed);
      if (!(element instanceof HTMLImageElement)) document.head.append(element);
    });
  }

  function elementOf({ api, url, mode, credentials }: OracleRequest): HTMLElement {
    const crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
    switch (api) {
      case 'img': {
        const image = new Image();
        if (mode === 'cors') image.crossOrigin = crossOrigin;
        image.src = url;
        return image;
      }
      case 'css': {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        if (mode === 'cors') link.crossOrigin = crossOrigin;
        link.href = url;
        return link;
      }
      default: {
        const script = document.createElement('script');
        if (api === 'module') script.type = 'module';
        if (mode === 'cors') script.crossOrigin = crossOrigin;
        script.src = url;
        return script;
      }
    }
  }

  function byEventSource({ url, credentials }: OracleRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      const source = new EventSource(url, { withCredentials: credentials === 'include' });
      let opened = false;
      source.onopen = () => {
        opened = true;
      };
      // Also what has been opened ends like this, once all has been read.
      source.onerror = () => {
        source.close();
        resolve(opened ? loaded : failed);
      };
    });
  }

  async function byFont({ url }: OracleRequest): Promise<Outcome> {
    // It is no font, so only the browser's own words tell whether it was refused.
    await new FontFace('played', `url("${url}")`).load().catch(() => undefined);
    return untold;
  }

  function send(request: OracleRequest): Promise<Outcome> {
    switch (request.api) {
      case 'fetch':
        return byFetch(request);
      case 'xhr':
        return byXhr(request);
      case 'eventsource':
        return byEventSource(request);
      case 'font':
        return byFont(request);
      default:
        return byElement(request);
    }
  }

  function patiently(outcome: Promise<Outcome>): Promise<Outcome> {
    const limit = new Promise<Outcome>((resolve) => setTimeout(() => resolve(silent), PATIENCE_MS));
    return Promise.race([outcome, limit]);
  }

  async function playHere(requests: readonly PageRequest[]): Promise<readonly PageResult[]> {
    const results: PageResult[] = [];
    const waiting = requests.values();
    const work = async (): Promise<void> => {
      for (const { id, request } of waiting) results.push({ id, ...(await patiently(send(request))) });
    };
    await Promise.all(Array.from({ length: self === top ? AT_A_TIME.page : AT_A_TIME.frame }, work));
    return results;
  }

  function playInFrame(requests: readonly PageRequest[]): Promise<readonly PageResult[]> {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      frames[0]?.postMessage(requests, '*', [port2]);
    });
  }

  addEventListener('message', async ({ data, ports }) => ports[0]?.postMessage(await playHere(data)));

  Object.assign(globalThis, {
    addFrame: () =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.sandbox.add('allow-scripts');
        frame.src = '/frame';
        frame.onload = () => resolve();
        document.body.append(frame);
      }),
    play: async (requests: readonly PageRequest[]) => {
      const results = await Promise.all([
        playHere(requests.filter(({ opaque }) => !opaque)),
        playInFrame(requests.filter(({ opaque }) => opaque)),
      ]);
      return results.flat();
    },
  });
}

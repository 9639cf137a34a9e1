/** A request that a context is told to make. Plain JSON. */
export interface Order {
  readonly kind: string;
  readonly url: string;
  readonly init: RequestInit;
  /** What an element gets as its `crossorigin` attribute; none at all for `no-cors`. */
  readonly crossOrigin: 'anonymous' | 'no-cors';
  /** How often it is made, one after the other. */
  readonly times: number;
}

/** What a context learned: whether the response could be read, or `untold`. */
export type Learned = 'read' | 'refused' | 'untold';

export interface ContextWindow {
  /** Makes the requests of a context, all at once; those of the page itself under the name `page`. */
  readonly order?: (context: string, orders: readonly Order[]) => Promise<readonly Learned[]>;
  /** Orders that are carried out when the page goes away. */
  readonly atTheEnd?: (orders: readonly Order[]) => void;
  /** Opens all contexts that a page can open. `elsewhere` is an origin that isn't the page's. */
  readonly openContexts?: (elsewhere: string) => Promise<readonly string[]>;
}

/**
 * Runs in every document and worker, as source text: it may use nothing from around it. A context is told what to
 * request by a message with a port, and answers there.
 */
export function contextScript(): void {
  const PATIENCE_MS = 8_000;
  type Send = (order: Order) => Promise<Learned | undefined>;

  /** Those that documents and workers have. */
  const everywhere: Record<string, Send> = {
    async fetch({ url, init }) {
      await (await fetch(url, init)).text();
      return 'read';
    },
    async 'fetch-stream'({ url, init }) {
      const reader = (await fetch(url, init)).body?.getReader();
      while ((await reader?.read())?.done === false);
      return 'read';
    },
    async 'fetch-cancelled'({ url, init }) {
      const controller = new AbortController();
      const response = await fetch(url, { ...init, signal: controller.signal });
      await response.body?.getReader().read();
      controller.abort();
      return 'read';
    },
    async 'fetch-aborted'({ url, init }) {
      const controller = new AbortController();
      const response = fetch(url, { ...init, signal: controller.signal });
      await fetch(`/received${new URL(url).pathname}`);
      controller.abort();
      await response;
      return 'read';
    },
    async 'fetch-pending'({ url, init }) {
      fetch(url, init).catch(() => undefined);
      await fetch(`/received${new URL(url).pathname}`);
      return 'untold';
    },
    xhr: (order) => byXhr(order, () => undefined),
    async 'xhr-sync'({ url }) {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', url, false);
      xhr.send();
      return 'read';
    },
    'xhr-upload-listener': (order) =>
      byXhr(order, (xhr) => {
        xhr.upload.onprogress = () => undefined;
      }),
    eventsource: ({ url, init }) =>
      new Promise((resolve) => {
        const source = new EventSource(url, { withCredentials: init.credentials === 'include' });
        let wasLast = false;
        source.onmessage = ({ data }) => {
          wasLast = data === 'last';
        };
        // Also what has come to its end is told like this, and would be asked for again.
        source.onerror = () => {
          if (source.readyState === EventSource.CLOSED) resolve('refused');
          if (!wasLast) return;
          source.close();
          resolve('read');
        };
      }),
    async 'cache-add'({ url }) {
      await (await caches.open('completeness')).add(url);
      return 'read';
    },
    'import-dynamic': ({ url }) => importOf(url, '{}'),
    'import-json': ({ url }) => importOf(url, "{ with: { type: 'json' } }"),
    'import-css': ({ url }) => importOf(url, "{ with: { type: 'css' } }"),
    async 'font-face'({ url }) {
      // It is no font, so nothing tells whether it was refused.
      await new FontFace(nameOf(url), `url("${url}")`).load().catch(() => undefined);
      return 'untold';
    },
    'worker-script': ({ url }) =>
      new Promise((resolve) => {
        const made = new Worker(url);
        made.onerror = () => resolve('refused');
      }),
    async wasm({ url }) {
      await WebAssembly.compileStreaming(fetch(url));
      return 'read';
    },
  };

  /** As text: a bundler would make the import its own. */
  async function importOf(url: string, options: string): Promise<Learned> {
    await new Function('url', `return import(url, ${options})`)(url);
    return 'read';
  }

  function byXhr({ url, init }: Order, prepare: (xhr: XMLHttpRequest) => void): Promise<Learned> {
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open(init.method ?? 'GET', url);
      xhr.withCredentials = init.credentials === 'include';
      for (const [name, value] of new Headers(init.headers)) xhr.setRequestHeader(name, value);
      xhr.onload = () => resolve('read');
      xhr.onerror = () => resolve('refused');
      prepare(xhr);
      xhr.send(typeof init.body === 'string' ? init.body : null);
    });
  }

  function element<K extends keyof HTMLElementTagNameMap>(
    name: K,
    { crossOrigin }: Order,
    attributes: Readonly<Record<string, string>>,
  ): HTMLElementTagNameMap[K] {
    const made = document.createElement(name);
    if (crossOrigin !== 'no-cors') made.setAttribute('crossorigin', crossOrigin);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function loaded(made: HTMLElement, parent: Element | null, event = 'load'): Promise<Learned> {
    return new Promise((resolve) => {
      made.addEventListener(event, () => resolve('read'));
      made.addEventListener('error', () => resolve('refused'));
      parent?.append(made);
    });
  }

  function inHead(made: HTMLElement): Promise<Learned> {
    return loaded(made, document.head);
  }

  function link(order: Order, attributes: Readonly<Record<string, string>>): HTMLLinkElement {
    return element('link', order, { ...attributes, href: order.url });
  }

  /** Firefox says that it loaded also of what was refused. */
  function preload(as: string): Send {
    return async (order) => {
      await inHead(link(order, { rel: 'preload', as }));
      return 'untold';
    };
  }

  /** The page isn't told how what a style sheet loads ends. */
  async function byStyle(url: string, rules: string): Promise<Learned> {
    const style = document.createElement('style');
    style.textContent = rules;
    document.head.append(style);
    const shown = document.createElement('p');
    shown.className = nameOf(url);
    shown.textContent = 'x';
    document.body.append(shown);
    return 'untold';
  }

  function nameOf(url: string): string {
    return `x${url.replaceAll(/[^\w]/g, '-')}`;
  }

  function media(order: Order, name: 'video' | 'audio'): Promise<Learned> {
    const made = element(name, order, { src: order.url, preload: 'auto' });
    made.muted = true;
    return loaded(made, document.body, 'canplaythrough');
  }

  const inDocuments: Record<string, Send> = {
    async beacon({ url, init }) {
      navigator.sendBeacon(url, new Blob(['{}'], { type: String(init.body) }));
      return 'untold';
    },
    async 'fetch-later'({ url, init }) {
      const { fetchLater } = globalThis as { fetchLater?: (url: string, init: object) => void };
      if (fetchLater === undefined) throw new Error('There is no fetchLater');
      fetchLater(url, { ...init, activateAfter: 0 });
      return 'untold';
    },
    'font-css': ({ url }) =>
      byStyle(
        url,
        `@font-face { font-family: ${nameOf(url)}; src: url("${url}") } .${nameOf(url)} { font-family: ${nameOf(url)} }`,
      ),
    async 'font-of-sheet'({ url }) {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = url.replace('/c/', '/font-sheet/c/');
      const done = loaded(sheet, document.head);
      const shown = document.createElement('p');
      shown.style.fontFamily = nameOf(new URL(url).pathname);
      shown.textContent = 'x';
      document.body.append(shown);
      await done;
      return 'untold';
    },
    'mask-image': ({ url }) => byStyle(url, `.${nameOf(url)} { mask-image: url("${url}") }`),
    'shape-outside': ({ url }) =>
      byStyle(url, `.${nameOf(url)} { float: left; shape-outside: url("${url}") }`),
    module: (order) => inHead(element('script', order, { type: 'module', src: order.url })),
    'module-of-module': ({ url, ...order }) =>
      inHead(
        element('script', { ...order, url }, { type: 'module', src: url.replace('/c/', '/importer/c/') }),
      ),
    script: (order) => inHead(element('script', order, { src: order.url })),
    stylesheet: (order) => inHead(link(order, { rel: 'stylesheet' })),
    image: (order) => loaded(element('img', order, { src: order.url }), document.body),
    'image-srcset': (order) => loaded(element('img', order, { srcset: `${order.url} 1x` }), document.body),
    'image-svg': (order) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      if (order.crossOrigin !== 'no-cors') image.setAttribute('crossorigin', order.crossOrigin);
      image.setAttribute('href', order.url);
      svg.append(image);
      document.body.append(svg);
      return new Promise((resolve) => {
        image.addEventListener('load', () => resolve('read'));
        image.addEventListener('error', () => resolve('refused'));
      });
    },
    video: (order) => media(order, 'video'),
    audio: (order) => media(order, 'audio'),
    track: (order) => {
      const video = element('video', order, {});
      const track = document.createElement('track');
      track.default = true;
      track.src = order.url;
      video.append(track);
      document.body.append(video);
      track.track.mode = 'showing';
      return loaded(track, null);
    },
    async manifest(order) {
      document.head.append(link(order, { rel: 'manifest' }));
      return 'untold';
    },
    'preload-fetch': preload('fetch'),
    'preload-font': preload('font'),
    'preload-image': preload('image'),
    'preload-script': preload('script'),
    'preload-style': preload('style'),
    'preload-track': preload('track'),
    async 'preload-used'(order) {
      await inHead(link(order, { rel: 'preload', as: 'fetch' }));
      await (await fetch(order.url)).text();
      return 'read';
    },
    async modulepreload(order) {
      await inHead(link(order, { rel: 'modulepreload' }));
      return 'untold';
    },
    async 'compression-dictionary'(order) {
      document.head.append(link(order, { rel: 'compression-dictionary' }));
      return 'untold';
    },
    async 'svg-use'({ url }) {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
      use.setAttribute('href', `${url}#a`);
      svg.append(use);
      document.body.append(svg);
      return 'untold';
    },
    async report({ url }) {
      await fetch(url.replace('://api.', '://forbidden.'));
      return 'untold';
    },
    async prefetch(order) {
      document.head.append(link(order, { rel: 'prefetch' }));
      return 'untold';
    },
    async 'audio-worklet'({ url }) {
      await new OfflineAudioContext(1, 1, 44_100).audioWorklet.addModule(url);
      return 'read';
    },
    async 'paint-worklet'({ url }) {
      const { paintWorklet } = CSS as { paintWorklet?: { addModule(url: string): Promise<void> } };
      if (paintWorklet === undefined) throw new Error('There is no paintWorklet');
      await paintWorklet.addModule(url);
      return 'read';
    },
    'module-worker': ({ url }) => {
      const source = URL.createObjectURL(
        new Blob([`import ${JSON.stringify(url)}; postMessage('read')`], { type: 'text/javascript' }),
      );
      return new Promise((resolve) => {
        const worker = new Worker(source, { type: 'module' });
        worker.onmessage = () => resolve('read');
        worker.onerror = () => resolve('refused');
      });
    },
  };

  /** Of a preload that a browser doesn't know, it tells nothing at all. */
  function isSupported(kind: string): boolean {
    const as = kind.startsWith('preload-') ? kind.slice('preload-'.length) : null;
    if (as === null || as === 'used') return true;
    const made = document.createElement('link');
    made.as = as;
    return made.as === as;
  }

  async function carryOutOnce(order: Order): Promise<Learned> {
    const send = everywhere[order.kind] ?? inDocuments[order.kind];
    if (send === undefined) throw new Error(`Nobody knows ${order.kind}`);
    if (!isSupported(order.kind)) return 'untold';
    const late = new Promise<Learned>((resolve) => setTimeout(() => resolve('untold'), PATIENCE_MS));
    return Promise.race([send(order).then((learned) => learned ?? 'untold'), late]).catch(
      (): Learned => 'refused',
    );
  }

  async function carryOut(order: Order): Promise<Learned> {
    let learned: Learned = 'untold';
    for (let time = 0; time < order.times; time += 1) learned = await carryOutOnce(order);
    return learned;
  }

  function carryOutAll(orders: readonly Order[]): Promise<readonly Learned[]> {
    return Promise.all(orders.map(carryOut));
  }

  interface Target {
    postMessage(message: unknown, transfer: readonly Transferable[]): void;
  }

  function dedicated(url: string, options: WorkerOptions = {}): Target {
    const made = new Worker(url, options);
    return { postMessage: (message, transfer) => made.postMessage(message, [...transfer]) };
  }

  function shared(url: string): Target {
    const { port } = new SharedWorker(url);
    port.start();
    return { postMessage: (message, transfer) => port.postMessage(message, [...transfer]) };
  }

  async function serving(): Promise<Target> {
    const registration = await navigator.serviceWorker.register('/script.js', { scope: '/served/' });
    const made = registration.installing ?? registration.waiting ?? registration.active;
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        if (made?.state === 'activated') resolve();
      };
      made?.addEventListener('statechange', settle);
      settle();
    });
    return { postMessage: (message, transfer) => made?.postMessage(message, [...transfer]) };
  }

  const SOURCE = `(${contextScript})()`;

  function blobOf(content: string, type: string): string {
    return URL.createObjectURL(new Blob([content], { type }));
  }

  /** What a document or worker whose address says so has its orders carried out by. */
  async function helper(): Promise<Target | null> {
    switch (globalThis.location.hash) {
      case '#by-worker':
        return dedicated('/script.js');
      case '#by-blob-worker':
        return dedicated(blobOf(SOURCE, 'text/javascript'));
      case '#by-shared-worker':
        return shared('/script.js');
      case '#by-service-worker':
        return serving();
      default:
        return null;
    }
  }

  const isShared = 'onconnect' in globalThis;
  let helping: Promise<Target | null> | undefined;

  async function onOrders({ data, ports }: MessageEvent): Promise<void> {
    helping ??= helper();
    const target = await helping;
    if (target !== null) {
      target.postMessage(data, ports);
      return;
    }
    ports[0]?.postMessage(data === 'ready?' ? 'ready' : await carryOutAll(data));
  }

  if (isShared) {
    globalThis.addEventListener('connect', (event) => {
      const port = (event as MessageEvent).ports[0];
      if (port !== undefined) port.onmessage = onOrders;
    });
  } else {
    globalThis.addEventListener('message', onOrders);
  }

  if ('skipWaiting' in globalThis) {
    globalThis.addEventListener('fetch', (event) => {
      const { request, respondWith } = event as unknown as {
        request: Request;
        respondWith(response: Promise<Response> | Response): void;
      };
      const answer = respondWith.bind(event);
      switch (new URL(request.url).searchParams.get('worker')) {
        case 'passes-on':
          answer(fetch(request));
          break;
        case 'asks-anew':
          answer(fetch(request.url));
          break;
        case 'makes-opaque':
          answer(fetch(request.url, { mode: 'no-cors' }));
          break;
        case 'fails':
          answer(Promise.reject(new Error('the worker fails')));
          break;
        case 'answers':
          answer(new Response('made by the worker'));
          break;
        default:
      }
    });
    return;
  }
  if (!('document' in globalThis)) return;

  const contexts = new Map<string, Target>();

  function ask(target: Target, message: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      target.postMessage(message, [port2]);
    });
  }

  async function frame(name: string, prepare: (made: HTMLIFrameElement) => void): Promise<void> {
    const made = document.createElement('iframe');
    prepare(made);
    const load = new Promise((resolve) => made.addEventListener('load', resolve));
    document.body.append(made);
    await load;
    contexts.set(name, {
      postMessage: (message, transfer) => made.contentWindow?.postMessage(message, '*', [...transfer]),
    });
  }

  function fromOwner(name: string): Promise<void> {
    return frame(name, () => undefined).then(() => {
      const blank = frames[frames.length - 1];
      const script = blank?.document.createElement('script');
      if (script === undefined) return;
      script.textContent = SOURCE;
      blank?.document.body.append(script);
    });
  }

  async function openContexts(elsewhere: string): Promise<readonly string[]> {
    const html = `<!doctype html><script>${SOURCE.replaceAll('</', '<\\/')}</script>`;
    const dataOf = (content: string, type: string): string => `data:${type},${encodeURIComponent(content)}`;
    await Promise.all([
      frame('frame', (made) => {
        made.src = '/frame';
      }),
      frame('cross-origin-frame', (made) => {
        made.src = `${elsewhere}/frame`;
      }),
      frame('worker-of-frame', (made) => {
        made.src = `${elsewhere}/frame#by-worker`;
      }),
      frame('shared-worker-of-frame', (made) => {
        made.src = `${elsewhere}/frame#by-shared-worker`;
      }),
      frame('service-worker-of-frame', (made) => {
        made.src = `${elsewhere}/frame#by-service-worker`;
      }),
      frame('worker-of-sandboxed-frame', (made) => {
        made.sandbox.add('allow-scripts');
        made.src = '/frame#by-blob-worker';
      }),
      frame('sandboxed-frame', (made) => {
        made.sandbox.add('allow-scripts');
        made.src = '/frame';
      }),
      frame('srcdoc-frame', (made) => {
        made.srcdoc = html;
      }),
      frame('guarded-frame', (made) => {
        made.srcdoc = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">${html}`;
      }),
      frame('sandboxed-srcdoc-frame', (made) => {
        made.sandbox.add('allow-scripts');
        made.srcdoc = html;
      }),
      frame('data-frame', (made) => {
        made.src = dataOf(html, 'text/html');
      }),
      frame('blob-frame', (made) => {
        made.src = blobOf(html, 'text/html');
      }),
    ]);
    await fromOwner('blank-frame');
    contexts.set('worker', dedicated('/script.js'));
    contexts.set('module-worker', dedicated('/script.js?module', { type: 'module' }));
    contexts.set('nested-worker', dedicated('/script.js#by-worker'));
    contexts.set('blob-worker', dedicated(blobOf(SOURCE, 'text/javascript')));
    contexts.set('data-worker', dedicated(dataOf(SOURCE, 'text/javascript')));
    contexts.set('shared-worker', shared('/script.js'));
    contexts.set('data-shared-worker', shared(dataOf(SOURCE, 'text/javascript')));
    contexts.set('service-worker', await serving());
    await frame('served-frame', (made) => {
      made.src = '/served/frame';
    });
    const answers = [...contexts].map(async ([name, target]) => [await ask(target, 'ready?'), name]);
    return (await Promise.all(answers)).map(([, name]) => String(name));
  }

  async function order(context: string, orders: readonly Order[]): Promise<readonly Learned[]> {
    if (context === 'page') return carryOutAll(orders);
    const target = contexts.get(context);
    if (target === undefined) throw new Error(`There is no ${context}`);
    return (await ask(target, orders)) as readonly Learned[];
  }

  function atTheEnd(orders: readonly Order[]): void {
    addEventListener('pagehide', () => void carryOutAll(orders));
  }

  Object.assign(globalThis, { order, openContexts, atTheEnd });

  /** What a page's address tells it to do: nobody else may, as long as it is rendered ahead or has another rendered ahead. */
  async function followAddress(): Promise<void> {
    const told = new URL(location.href).searchParams;
    const ordersOf = (name: string): readonly Order[] => JSON.parse(told.get(name) ?? '[]');
    document.addEventListener('prerenderingchange', () => void carryOutAll(ordersOf('when-shown')));
    void carryOutAll(ordersOf('at-load'));
    const ahead = told.get('ahead');
    if (ahead === null) return;
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.text = JSON.stringify({ prerender: [{ urls: [ahead], eagerness: 'immediate' }] });
    document.head.append(rules);
    await fetch(`/received${told.get('until')}`);
    await carryOutAll(ordersOf('meanwhile'));
    await fetch('/received/go');
    location.href = ahead;
  }

  void followAddress();
}

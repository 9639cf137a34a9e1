import { allows, type StreamScenario } from './stream-scenario.ts';

/** Requests of other than a page’s main frame. */
export const CONTEXTS: readonly StreamScenario[] = [
  {
    name: 'sandboxed-frame',
    about: 'A PUT of a sandboxed frame, whose origin is opaque.',
    act: ({ api }) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      const code = `fetch(${JSON.stringify(api)}, { method: 'PUT' }).then(() => parent.postMessage('done', '*'))`;
      frame.srcdoc = `<script>${code}</script>`;
      document.body.append(frame);
      return new Promise((resolve) => addEventListener('message', resolve));
    },
    answer: allows,
  },
  {
    name: 'dedicated-worker',
    about: 'A PUT of a dedicated worker: it has its page’s tab.',
    act: ({ api }) => {
      const code = `fetch(${JSON.stringify(api)}, { method: 'PUT' }).then(() => postMessage('done'))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return new Promise((resolve) => {
        worker.onmessage = resolve;
      });
    },
    answer: allows,
  },
  {
    name: 'shared-worker',
    about: 'A PUT of a shared worker: it has no tab.',
    act: ({ api }) => {
      const code = `onconnect = ({ ports: [port] }) =>
        fetch(${JSON.stringify(api)}, { method: 'PUT' }).then(() => port.postMessage('done'))`;
      const worker = new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return new Promise((resolve) => {
        worker.port.onmessage = resolve;
      });
    },
    answer: allows,
  },
  {
    name: 'service-worker-passes-on',
    about: 'A GET that the page’s service worker takes and fetches itself.',
    act: async ({ page, api }) => {
      await navigator.serviceWorker.register(`${page}/worker.js`, { scope: '/' });
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null) {
        await new Promise((resolve) => {
          navigator.serviceWorker.oncontrollerchange = resolve;
        });
      }
      await fetch(api);
      const registrations = await navigator.serviceWorker.getRegistrations();
      await Promise.all(registrations.map((each) => each.unregister()));
    },
    answer: (request) => (request.path.endsWith('/worker.js') ? workerScript(PASSES_ON) : allows(request)),
  },
  {
    name: 'service-worker-answers',
    about: 'A GET that the page’s service worker answers by itself: nothing is sent.',
    act: async ({ page, api }) => {
      await navigator.serviceWorker.register(`${page}/worker.js`, { scope: '/' });
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null) {
        await new Promise((resolve) => {
          navigator.serviceWorker.oncontrollerchange = resolve;
        });
      }
      await fetch(api);
      const registrations = await navigator.serviceWorker.getRegistrations();
      await Promise.all(registrations.map((each) => each.unregister()));
    },
    answer: (request) => (request.path.endsWith('/worker.js') ? workerScript(ANSWERS) : allows(request)),
  },
];

const CLAIMS = `
  oninstall = () => skipWaiting();
  onactivate = (event) => event.waitUntil(clients.claim());`;
const PASSES_ON = `${CLAIMS}
  onfetch = (event) => event.respondWith(fetch(event.request));`;
const ANSWERS = `${CLAIMS}
  onfetch = (event) => event.respondWith(new Response('{}'));`;

function workerScript(body: string) {
  return {
    headers: [
      ['Content-Type', 'text/javascript'],
      ['Service-Worker-Allowed', '/'],
    ],
    body,
  } as const;
}

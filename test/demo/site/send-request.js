/**
 * Carries out one request as a scenario describes it.
 *
 * @param {string} url
 * @param {import('../scenario.ts').PageRequest} request
 * @returns {Promise<string>} what the page saw, in a few words; rejects with what the browser threw, or with a text
 * where it only fired an event
 */
export async function sendRequest(url, { after, ...request }) {
  if (after !== undefined) await sendRequest(url, after).catch(() => undefined);
  switch (request.via) {
    case 'fetch':
      return sendFetch(url, request);
    case 'xhr':
      return sendXhr(url, request);
    case 'worker':
      return askWorker({ url, request });
    case 'sandboxed-frame':
      return askFrame('/frame.html', { url, request }, 'allow-scripts');
    case 'public-frame':
      return askFrame('/public-frame.html', { url, request });
    case 'insecure-public-frame':
      return askFrame(insecureUrl('/public-frame.html'), { url, request });
    case 'image':
      return loadImage(url, request);
    case 'font':
      return new FontFace('Demo', `url("${url}")`).load().then(() => 'Font loaded');
    case 'module':
      return import(url).then(() => 'Module loaded');
    case 'event-source':
      return openEventSource(url, request);
    default:
      throw new Error(`Unknown request: ${request.via}`);
  }
}

/** Also what the worker does. */
export async function sendFetch(url, request) {
  const { times = 1, abortAfterMs, readHeader, via: _via, ...init } = request;
  if (abortAfterMs !== undefined) init.signal = AbortSignal.timeout(abortAfterMs);
  let saw = '';
  for (let time = 1; time <= times; time++) {
    const response = await fetch(url, init);
    saw = describe(response, readHeader);
    await response.arrayBuffer();
  }
  return times === 1 ? saw : `${saw}, ${times} times`;
}

function describe(response, readHeader) {
  if (response.type === 'opaque') return 'Opaque response: status 0, no headers, no body';
  const status = `Status ${response.status}`;
  return readHeader === undefined
    ? status
    : `${status}, ${readHeader} is ${response.headers.get(readHeader)}`;
}

function sendXhr(
  url,
  { method = 'GET', headers = {}, withCredentials = false, body, uploadListener = false },
) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.withCredentials = withCredentials;
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    if (uploadListener) xhr.upload.addEventListener('progress', () => {});
    xhr.addEventListener('load', () => resolve(`Status ${xhr.status}`));
    xhr.addEventListener('error', () => reject('XMLHttpRequest: error, status 0'));
    xhr.send(body);
  });
}

function loadImage(url, { crossOrigin }) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    if (crossOrigin !== undefined) image.crossOrigin = crossOrigin;
    image.addEventListener('load', () => resolve('Image loaded'));
    image.addEventListener('error', () => reject('Image: error'));
    image.src = url;
  });
}

function openEventSource(url, { crossOrigin }) {
  return new Promise((resolve, reject) => {
    const source = new EventSource(url, { withCredentials: crossOrigin === 'use-credentials' });
    source.addEventListener('open', () => {
      source.close();
      resolve('Stream opened');
    });
    source.addEventListener('error', () => {
      source.close();
      reject('EventSource: error');
    });
  });
}

function askWorker(message) {
  const worker = new Worker('/worker.js', { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => settle(data, resolve, reject));
    worker.addEventListener('error', () => reject(new Error('The worker did not start')));
    worker.postMessage(message);
  }).finally(() => worker.terminate());
}

function askFrame(path, message, sandbox) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.src = path;
  const answered = new Promise((resolve, reject) => {
    const listen = ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      settle(data, resolve, reject);
    };
    addEventListener('message', listen);
  });
  // The frame's origin may be opaque, so there is no origin to name; nothing secret is in the message.
  frame.addEventListener('load', () => frame.contentWindow.postMessage(message, '*'));
  document.body.append(frame);
  return answered.finally(() => frame.remove());
}

/** The page's own server under a name that is no secure context. Only a browser that `npm start` opens knows it. */
function insecureUrl(path) {
  return `http://insecure.shop.test:${location.port}${path}`;
}

function settle({ saw, error }, resolve, reject) {
  if (error === undefined) resolve(saw);
  else reject(error);
}

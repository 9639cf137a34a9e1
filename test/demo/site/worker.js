import { sendFetch } from './send-request.js';

addEventListener('message', async ({ data: { url, request } }) => {
  try {
    postMessage({ saw: await sendFetch(url, request) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});

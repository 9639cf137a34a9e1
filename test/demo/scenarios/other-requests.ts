import { blocked, failed, opaque } from '../expectation.ts';
import type { ScenarioGroup } from '../scenario.ts';

const missing = (cause: string) => blocked(cause, 'MissingAllowOriginHeader', 'CORSMissingAllowOrigin2');

/** Requests that are no fetch of the page's own script. */
export const otherRequestScenarios: ScenarioGroup = {
  heading: 'Fonts, images, modules, workers',
  scenarios: [
    {
      id: 'font-without-cors-headers',
      title: 'A font from another host',
      broken: 'Fonts always need CORS, and the static host sends no CORS headers.',
      target: { server: 'assetHost', path: '/fonts/inter.woff2' },
      request: { via: 'font' },
      expect: missing('static-file-without-cors-headers'),
    },
    {
      id: 'module-without-cors-headers',
      title: 'A JavaScript module from another host',
      broken: 'Modules always need CORS, and the static host sends no CORS headers.',
      target: { server: 'assetHost', path: '/modules/chart.js' },
      request: { via: 'module' },
      expect: missing('static-file-without-cors-headers'),
    },
    {
      id: 'image-with-crossorigin-attribute',
      title: 'An image with the crossorigin attribute',
      broken: 'The `crossorigin` attribute asks for CORS, and the static host sends no CORS headers.',
      target: { server: 'assetHost', path: '/images/logo.gif' },
      request: { via: 'image', crossOrigin: 'anonymous' },
      expect: missing('static-file-without-cors-headers'),
    },
    {
      id: 'worker-without-cors-headers',
      title: 'A fetch in a worker',
      broken: 'A dedicated worker calls the API that has no CORS headers.',
      target: { server: 'plainApi', path: '/orders' },
      request: { via: 'worker' },
      expect: missing('no-cors-headers'),
    },
    {
      id: 'no-cors-mode',
      title: "mode: 'no-cors' as a remedy",
      broken:
        "The page calls fetch with `mode: 'no-cors'`: no error any more, and no response to read either.",
      target: { server: 'plainApi', path: '/orders' },
      request: { via: 'fetch', mode: 'no-cors' },
      expect: opaque('no-cors-mode'),
    },
    {
      id: 'cross-origin-resource-policy',
      title: 'An image for its own site only',
      broken: 'The image has `Cross-Origin-Resource-Policy: same-origin`, so no other origin may show it.',
      target: { server: 'assetHost', path: '/images/members-only.gif' },
      request: { via: 'image' },
      expect: failed('cross-origin-resource-policy', 'COEP'),
    },
    {
      id: 'opaque-response-blocking',
      title: 'JSON where an image should be',
      broken: 'The image URL answers with JSON and `nosniff`, so the browser withholds it.',
      target: { server: 'assetHost', path: '/images/moved-to-api' },
      request: { via: 'image' },
      expect: failed('opaque-response-blocking', 'ORB'),
    },
  ],
};

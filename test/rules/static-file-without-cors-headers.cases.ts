import { PAGE, type RuleCase } from './rule-case.ts';

const FONT = 'https://cdn.example.com/inter.woff2';

export const cases: readonly RuleCase[] = [
  {
    name: 'a font',
    exchange: { type: 'font', url: FONT, response: {}, outcome: 'blocked' },
    cause: 'static-file-without-cors-headers',
    verdict: 'blocked',
    says: ['font', FONT, PAGE],
    actions: ['send-header-with-files', 'host-the-file-yourself'],
  },
  {
    name: 'a module script, in Firefox',
    exchange: {
      engine: 'firefox',
      type: 'script',
      url: 'https://cdn.example.com/app.js',
      response: {},
      outcome: 'blocked',
    },
    cause: 'static-file-without-cors-headers',
    verdict: 'blocked',
    says: ['script'],
    actions: ['send-header-with-files', 'host-the-file-yourself', 'remove-crossorigin'],
  },
  {
    name: 'a style sheet with crossorigin',
    exchange: { type: 'stylesheet', url: 'https://cdn.example.com/a.css', response: {}, outcome: 'blocked' },
    cause: 'static-file-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'a video with crossorigin',
    exchange: { type: 'media', url: 'https://cdn.example.com/a.mp4', response: {}, outcome: 'blocked' },
    cause: 'static-file-without-cors-headers',
    verdict: 'blocked',
    says: ['media file'],
  },
  {
    name: 'an image for a canvas',
    exchange: { type: 'image', url: 'https://cdn.example.com/a.png', response: {}, outcome: 'blocked' },
    cause: 'static-file-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the file isn’t there',
    exchange: { type: 'font', url: FONT, response: { status: 404 }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not for what a script asked for',
    exchange: { url: FONT, response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if no response was seen',
    exchange: { type: 'font', url: FONT, outcome: 'blocked' },
    cause: 'local-network-access',
    verdict: 'failed',
    unknown: true,
  },
];

import type { BodyId } from './kinds.ts';

interface Body {
  readonly type: string;
  readonly bytes: Buffer;
}

/** What servers send, small and valid. (There is no font: nothing needs to be drawn.) */
export const BODIES: Readonly<Record<BodyId, Body>> = {
  text: body('text/plain', 'ok'),
  script: body('text/javascript', 'void 0;'),
  json: body('application/json', '{}'),
  css: body('text/css', 'a {}'),
  image: body('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
  sound: { type: 'audio/wav', bytes: silence(1) },
  captions: body('text/vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nok\n'),
  events: body('text/event-stream', 'data: last\n\n'),
  rules: body('application/speculationrules+json', '{}'),
  wasm: { type: 'application/wasm', bytes: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
};

function body(type: string, text: string): Body {
  return { type, bytes: Buffer.from(text) };
}

/** A WAV file of so many seconds: 8-bit mono at 8 kHz. */
function silence(seconds: number): Buffer {
  const rate = 8_000;
  const length = seconds * rate;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(length, 40);
  return Buffer.concat([head, Buffer.alloc(length, 128)]);
}

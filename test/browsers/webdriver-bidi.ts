import { WebSocket } from 'ws';
import type { Point } from './document.ts';
import { type Chord, keyOf } from './keys.ts';

interface BidiMessage {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/**
 * The commands of WebDriver BiDi that we need.
 * @see https://w3c.github.io/webdriver-bidi/
 */
export class WebDriverBidi {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data))));
    socket.on('close', () => this.#fail());
  }

  static async connect(url: string): Promise<WebDriverBidi> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new WebDriverBidi(socket);
  }

  /** @throws {Error} with the protocol's error code and the browser's message. */
  command(method: string, params: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async installExtension(directory: string): Promise<void> {
    await this.command('webExtension.install', { extensionData: { type: 'path', path: directory } });
  }

  /** @param besides the context of a tab in whose window it is to be */
  async createTab(besides?: string): Promise<string> {
    const created = await this.command('browsingContext.create', {
      type: 'tab',
      ...(besides === undefined ? {} : { referenceContext: besides }),
    });
    return (created as { readonly context: string }).context;
  }

  /** Evaluates an expression in the document; gives its value, awaited, which is a string. */
  async evaluateString(context: string, expression: string): Promise<string> {
    const evaluated = (await this.command('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })) as {
      readonly result?: { readonly value: string };
      readonly exceptionDetails?: { readonly text: string };
    };
    if (evaluated.result === undefined) throw new Error(evaluated.exceptionDetails?.text);
    return evaluated.result.value;
  }

  async click(context: string, point: Point): Promise<void> {
    await this.command('input.performActions', { context, actions: clickActions(point) });
  }

  async press(context: string, chord: Chord): Promise<void> {
    await this.command('input.performActions', { context, actions: chordActions(chord) });
  }

  async type(context: string, text: string): Promise<void> {
    await this.command('input.performActions', { context, actions: typingActions(text) });
  }

  async screenshot(context: string): Promise<Buffer> {
    const shot = await this.command('browsingContext.captureScreenshot', { context });
    return Buffer.from((shot as { readonly data: string }).data, 'base64');
  }

  close(): void {
    this.#socket.terminate();
  }

  #receive(message: BidiMessage): void {
    if (message.id === undefined) return;
    const call = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.type === 'success') call?.resolve(message.result);
    else call?.reject(new Error(`${message.error}: ${message.message}`));
  }

  #fail(): void {
    for (const { reject } of this.#pending.values()) reject(new Error('Firefox has closed the connection'));
    this.#pending.clear();
  }
}

/**
 * WebDriver's input actions, which BiDi and Marionette share.
 * @see https://w3c.github.io/webdriver/#actions
 */
export function clickActions({ x, y }: Point): object[] {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
}

export function chordActions({ modifiers, key }: Chord): object[] {
  const held = modifiers.map((modifier) => modifier.webDriver);
  const actions = [
    ...held.map((value) => ({ type: 'keyDown', value })),
    { type: 'keyDown', value: key.webDriver },
    { type: 'keyUp', value: key.webDriver },
    ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  return [{ type: 'key', id: 'keyboard', actions }];
}

export function typingActions(text: string): object[] {
  const actions = [...text].flatMap((character) => {
    const value = keyOf(character).webDriver;
    return [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
  });
  return [{ type: 'key', id: 'keyboard', actions }];
}

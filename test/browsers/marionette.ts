import { connect, type Socket } from 'node:net';
import { callExpression, resultOf } from './document.ts';

type Answer = readonly [type: 1, id: number, error: MarionetteError | null, result: unknown];

interface MarionetteError {
  readonly error: string;
  readonly message: string;
}

/**
 * Firefox's own remote protocol, which unlike WebDriver BiDi reaches into the browser's interface.
 * A packet is `length:JSON`; a command `[0, id, name, parameters]`, an answer `[1, id, error, result]`.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
    socket.on('close', () => this.#fail());
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Marionette(socket);
  }

  /** @throws {Error} with Marionette's name for what went wrong, and its message. */
  command(name: string, parameters: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const packet = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(packet)}:${packet}`);
    });
  }

  /**
   * Runs a function with the browser's own rights. It is sent as source text, so it may use nothing from around it;
   * arguments and result are plain JSON. Globals that it sets stay for the next.
   */
  async run<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    // The function's own type says what its JSON is.
    return resultOf(await this.evaluate(callExpression(fn, args))) as R;
  }

  /** Evaluates an expression with the browser's own rights; gives its value, awaited, as a string. */
  async evaluate(expression: string): Promise<string> {
    const answer = await this.command('WebDriver:ExecuteScript', {
      script: `return ${expression}`,
      args: [],
      sandbox: 'system',
      newSandbox: false,
    });
    return String((answer as { readonly value: unknown }).value);
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, Math.max(colon, 0)));
      if (colon === -1 || this.#received.length < end) return;
      const packet: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      // The first packet is no answer: it introduces the server.
      if (Array.isArray(packet)) this.#settle(packet as unknown as Answer);
    }
  }

  #settle([, id, error, result]: Answer): void {
    const call = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === null) call?.resolve(result);
    else call?.reject(new Error(`${error.error}: ${error.message}`));
  }

  #fail(): void {
    for (const { reject } of this.#pending.values()) reject(new Error('Firefox has closed the connection'));
    this.#pending.clear();
  }
}

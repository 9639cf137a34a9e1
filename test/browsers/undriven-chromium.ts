import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { BrowserDocument } from './browser.ts';
import { attachTo, evaluateString, type ProtocolChannel, type ProtocolListener } from './chromium-channel.ts';
import { chromiumPreferences, chromiumSwitches } from './chromium-switches.ts';
import { browserDocument } from './document.ts';
import { makeProfile, removeProfile } from './profile.ts';
import { provideBrowser } from './provide.ts';

/** A Chromium whose pages do as they like: it prerenders none that a tool is attached to, as Playwright is to all. */
export interface UndrivenChromium {
  /** Opens a tab that nobody is attached to. */
  openPage(url: string): Promise<void>;
  /** Opens one of our own pages, which can be evaluated in and waited for, but not used by hand. */
  openExtensionPage(path: string): Promise<BrowserDocument>;
  close(): Promise<void>;
}

/** Starts it headless, with a fresh profile and that unpacked extension. */
export async function launchUndrivenChromium(extension: string): Promise<UndrivenChromium> {
  const executable = await provideBrowser('chromium', { say: console.log });
  const profile = makeProfile(executable);
  const options = { headless: true };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), chromiumPreferences(options));
  const child = spawn(executable, [...chromiumSwitches(profile, options)], {
    // A group of its own, so that all of its processes can be ended at once.
    detached: process.platform !== 'win32',
    // Its protocol's two ends are the fourth and the fifth file.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const endAtExit = (): void => {
    end(child);
    removeProfile(profile);
  };
  process.once('exit', endAtExit);

  async function close(): Promise<void> {
    process.removeListener('exit', endAtExit);
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      end(child);
      await exited;
    }
    removeProfile(profile);
  }

  try {
    const browser = pipeChannel(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const { id } = await browser.send('Extensions.loadUnpacked', { path: extension });
    return {
      async openPage(url) {
        await browser.send('Target.createTarget', { url });
      },
      async openExtensionPage(path) {
        const url = `chrome-extension://${id}/${path}`;
        // Nor does Chromium prerender anything for a page that isn't in front.
        const { targetId } = await browser.send('Target.createTarget', { url, background: true });
        const page = await attachTo(browser, targetId);
        return browserDocument({
          evaluateString: (expression) => evaluateString(page, expression),
          clickAt: unable,
          press: unable,
          type: unable,
          screenshot: unable,
        });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function unable(): Promise<never> {
  throw new Error('This browser is not driven');
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The protocol over a pipe: JSON, each message ended by a NUL. */
function pipeChannel(to: Writable, from: Readable): ProtocolChannel {
  const pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const listeners = new Set<ProtocolListener>();
  let lastId = 0;
  let received = '';

  from.setEncoding('utf8').on('data', (text: string) => {
    const messages = (received + text).split('\0');
    received = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message));
  });
  from.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('Chromium has closed the connection'));
  });
  to.on('error', () => undefined);

  function receive({ id, method, params, result, error }: Answer): void {
    if (method !== undefined) for (const listener of listeners) listener(method, params);
    const call = pending.get(id ?? 0);
    pending.delete(id ?? 0);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error.message));
  }

  const channel: ProtocolChannel = {
    async send(method, params) {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
      to.write(`${JSON.stringify({ id, method, params })}\0`);
      // The answer is the browser's, in the shape that the protocol gives for this method.
      return answer as ReturnType<typeof channel.send<typeof method>>;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return channel;
}

/** Ends it with all of its children. It has nothing to save: its profile goes with it. */
function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

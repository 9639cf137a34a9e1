import type { CDPSession } from 'playwright';

export type ProtocolListener = (method: string, params: unknown) => void;

/** A session of the DevTools protocol with one target. */
export interface ProtocolChannel {
  readonly send: CDPSession['send'];
  /** Calls the listener with every event; gives a function that ends that. */
  onEvent(listener: ProtocolListener): () => void;
}

export interface AttachedChannel extends ProtocolChannel {
  detach(): Promise<void>;
}

interface TargetMessage {
  readonly sessionId: string;
  readonly message: string;
}

interface ProtocolMessage {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export function channelOf(session: CDPSession): ProtocolChannel {
  return {
    send: session.send.bind(session),
    onEvent(listener) {
      const forward = (event: { method: string; params?: object }): void =>
        listener(event.method, event.params);
      session.on('event', forward);
      return () => session.removeListener('event', forward);
    },
  };
}

/** Attaches to any target, also to those that Playwright hides: DevTools, our panel in it, hidden pages. */
export async function attachTo(parent: ProtocolChannel, targetId: string): Promise<AttachedChannel> {
  const { sessionId } = await parent.send('Target.attachToTarget', { targetId, flatten: false });
  return {
    ...nestedChannel(parent, sessionId),
    async detach() {
      await parent.send('Target.detachFromTarget', { sessionId });
    },
  };
}

/** A session whose messages travel inside those of another: what `flatten: false` gives. */
export function nestedChannel(parent: ProtocolChannel, sessionId: string): ProtocolChannel {
  const pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const listeners = new Set<ProtocolListener>();
  let lastId = 0;

  const stopListening = parent.onEvent((method, params) => {
    if (method === 'Target.receivedMessageFromTarget') {
      const { sessionId: from, message } = params as TargetMessage;
      if (from === sessionId) receive(JSON.parse(message));
    } else if (method === 'Target.detachedFromTarget' && (params as TargetMessage).sessionId === sessionId) {
      stopListening();
      for (const { reject } of pending.values()) reject(new Error('The target has been closed'));
      pending.clear();
    }
  });

  function receive(message: ProtocolMessage): void {
    if (message.method !== undefined) {
      for (const listener of listeners) listener(message.method, message.params);
      return;
    }
    const call = pending.get(message.id ?? 0);
    pending.delete(message.id ?? 0);
    if (message.error === undefined) call?.resolve(message.result);
    else call?.reject(new Error(message.error.message));
  }

  return {
    async send(method, params) {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
      // The answer is the browser's, in the shape that the protocol gives for this method.
      const typed = answer as ReturnType<typeof parent.send<typeof method>>;
      typed.catch(() => undefined);
      const message = JSON.stringify({ id, method, params });
      await parent.send('Target.sendMessageToTarget', { sessionId, message });
      return typed;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Evaluates an expression in the target's document; gives its value, awaited, which is a string. */
export async function evaluateString(channel: ProtocolChannel, expression: string): Promise<string> {
  const { result, exceptionDetails } = await channel.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return String(result.value);
}

/** What a page of the extension has of the extension API, as far as tests look into it. */
interface ExtensionApi {
  readonly storage: { readonly session: SessionArea; readonly local: StorageArea };
  readonly action: {
    getBadgeText(details: { tabId: number }): Promise<string>;
    getTitle(details: { tabId: number }): Promise<string>;
  };
  readonly runtime: { connect(info: { name: string }): Port };
}

interface StorageArea {
  get(keys: null): Promise<Record<string, unknown>>;
}

interface SessionArea extends StorageArea {
  getBytesInUse(keys: null): Promise<number>;
}

/** A line to the background. */
interface Port {
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
}

/** The global object of such a page. The API is called `browser` in Firefox. */
export interface ExtensionWindow {
  readonly browser?: ExtensionApi;
  readonly chrome: ExtensionApi;
}

import { writeFile } from 'node:fs/promises';
import type { BrowserDocument, DevToolsPanel } from './browser.ts';
import { attachTo, evaluateString, type ProtocolChannel } from './chromium-channel.ts';
import { browserDocument, callExpression } from './document.ts';
import { type Chord, keyOf, parseChord } from './keys.ts';
import { poll } from './poll.ts';

export interface PanelPlace {
  readonly browser: ProtocolChannel;
  /** A picture of the page: base64 of a PNG. */
  readonly takePicture: () => Promise<string>;
  readonly pageTargetId: string;
  /** `chrome-extension://…/` */
  readonly extensionOrigin: string;
}

/** Opens the page's DevTools, or takes those that are open, and selects our panel in them. */
export async function openChromiumPanel(place: PanelPlace): Promise<DevToolsPanel> {
  const { browser, takePicture, pageTargetId, extensionOrigin } = place;
  const { devToolsId, devTools } = await openDevToolsOn(
    `${extensionOrigin.slice(0, -1)}CORS`,
    browser,
    pageTargetId,
  );
  const panelId = await poll(
    async () => {
      const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
      return targetInfos.find(
        (t) => t.parentId === devToolsId && t.url.startsWith(`${extensionOrigin}src/panel/`),
      )?.targetId;
    },
    { timeoutMs: 15_000, what: 'the document of the CORS panel' },
  );
  const panel = await attachTo(browser, panelId);
  const panelDocument = channelDocument(panel, (path) => screenshotOf(devTools, takePicture, path));
  await panelDocument.waitFor(() => document.readyState === 'complete', [], {
    what: 'the CORS panel to load',
  });
  return {
    kind: 'devtools-panel',
    async shownSource() {
      return JSON.parse(await evaluateString(devTools, SHOWN_SOURCE_EXPRESSION));
    },
    async showsConsole() {
      return (await evaluateString(devTools, SHOWS_CONSOLE_EXPRESSION)) === 'true';
    },
    async setTheme(theme) {
      await evaluateString(devTools, setThemeExpression(theme === 'dark' ? 'dark' : 'default'));
    },
    ...panelDocument,
  };
}

/** Opens the page's DevTools, or takes those that are open, and selects their own Network panel; gives their front-end. */
export async function openChromiumNetworkPanel(
  browser: ProtocolChannel,
  pageTargetId: string,
): Promise<ProtocolChannel> {
  const { devTools } = await openDevToolsOn('network', browser, pageTargetId);
  return devTools;
}

async function openDevToolsOn(
  viewId: string,
  browser: ProtocolChannel,
  pageTargetId: string,
): Promise<{ readonly devToolsId: string; readonly devTools: ProtocolChannel }> {
  const { targetId: devToolsId } = await browser.send('Target.openDevTools', { targetId: pageTargetId });
  const devTools = await attachTo(browser, devToolsId);
  await poll(async () => (await evaluateString(devTools, showViewExpression(viewId))) === 'true', {
    timeoutMs: 30_000,
    what: `the DevTools panel ${viewId}`,
  });
  return { devToolsId, devTools };
}

/** The document of a target that Playwright doesn't know. */
export function channelDocument(
  channel: ProtocolChannel,
  screenshot: (path: string) => Promise<void>,
): BrowserDocument {
  return browserDocument({
    evaluateString: (expression) => evaluateString(channel, expression),
    async clickAt({ x, y }) {
      const at = { x, y, button: 'left', clickCount: 1 } as const;
      await channel.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
      await channel.send('Input.dispatchMouseEvent', { type: 'mousePressed', buttons: 1, ...at });
      await channel.send('Input.dispatchMouseEvent', { type: 'mouseReleased', buttons: 0, ...at });
    },
    press: (key) => pressChord(channel, parseChord(key)),
    async type(text) {
      for (const character of text) await pressChord(channel, { modifiers: [], key: keyOf(character) });
    },
    screenshot,
  });
}

interface LegacyModule {
  readonly InspectorView: {
    readonly InspectorView: { instance(): { drawerVisible(): boolean } };
  };
  readonly ViewManager: {
    readonly ViewManager: {
      instance(): { readonly views: ReadonlyMap<string, unknown>; showView(id: string): Promise<void> };
    };
  };
}

/** The import stands in a string, because tools that compile this file would replace an `import()` in code. */
function showViewExpression(viewId: string): string {
  return `import('./ui/legacy/legacy.js').then((legacy) => (${showView})(legacy, ${JSON.stringify(viewId)}))`;
}

interface CommonModule {
  readonly Settings: {
    readonly Settings: { instance(): { moduleSetting(name: 'ui-theme'): { set(theme: string): void } } };
  };
}

function setThemeExpression(theme: 'default' | 'dark'): string {
  return `import('./core/common/common.js').then((common) => (${setTheme})(common, ${JSON.stringify(theme)}))`;
}

/** Runs in the DevTools front-end. */
function setTheme(common: CommonModule, theme: string): string {
  common.Settings.Settings.instance().moduleSetting('ui-theme').set(theme);
  return theme;
}

const SHOWS_CONSOLE_EXPRESSION = `import('./ui/legacy/legacy.js').then(${showsConsole})`;

/** Runs in the DevTools front-end. */
function showsConsole({ InspectorView }: LegacyModule): string {
  return String(InspectorView.InspectorView.instance().drawerVisible());
}

interface SourcesModule {
  readonly SourcesPanel: {
    readonly SourcesPanel: { instance(): { isShowing(): boolean; sourcesView(): SourcesView } };
  };
}

interface SourcesView {
  currentUISourceCode(): { url(): string } | null;
  currentSourceFrame(): { readonly textEditor: { readonly state: EditorState } } | null;
}

interface EditorState {
  readonly doc: { lineAt(position: number): { readonly number: number } };
  readonly selection: { readonly main: { readonly head: number } };
}

const SHOWN_SOURCE_EXPRESSION = `import('./panels/sources/sources.js').then(${shownSource})`;

/** Runs in the DevTools front-end: where its editor's cursor is, as JSON. */
function shownSource(sources: SourcesModule): string {
  const panel = sources.SourcesPanel.SourcesPanel.instance();
  const code = panel.sourcesView().currentUISourceCode();
  const state = panel.sourcesView().currentSourceFrame()?.textEditor.state;
  if (!panel.isShowing() || !code || !state) return 'null';
  return JSON.stringify({ url: code.url(), line: state.doc.lineAt(state.selection.main.head).number });
}

/** Runs in the DevTools front-end: selects the view and says whether it existed. */
async function showView(legacy: LegacyModule, viewId: string): Promise<boolean> {
  const manager = legacy.ViewManager.ViewManager.instance();
  if (!manager.views.has(viewId)) return false;
  await manager.showView(viewId);
  return true;
}

async function pressChord(channel: ProtocolChannel, { modifiers, key }: Chord): Promise<void> {
  let bits = 0;
  for (const modifier of modifiers) {
    bits |= modifier.bit;
    await channel.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      modifiers: bits,
      ...eventOf(modifier),
    });
  }
  // With Control or Meta held, a letter is a command and types nothing.
  const text = (bits & 6) === 0 ? key.text : undefined;
  const down = text === undefined ? ({ type: 'rawKeyDown' } as const) : ({ type: 'keyDown', text } as const);
  await channel.send('Input.dispatchKeyEvent', { modifiers: bits, ...eventOf(key), ...down });
  await channel.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers: bits, ...eventOf(key) });
  for (const modifier of modifiers.toReversed()) {
    bits &= ~modifier.bit;
    await channel.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers: bits, ...eventOf(modifier) });
  }
}

function eventOf({ key, code, keyCode }: Chord['key']): {
  key: string;
  code: string;
  windowsVirtualKeyCode: number;
} {
  return { key, code, windowsVirtualKeyCode: keyCode };
}

/**
 * DevTools leave the place of the inspected page blank in a picture of themselves, because the browser paints the
 * page over it. So this puts a picture of the page there while it takes the other.
 */
async function screenshotOf(
  devTools: ProtocolChannel,
  takePicture: PanelPlace['takePicture'],
  path: string,
): Promise<void> {
  const picture = `data:image/png;base64,${await takePicture()}`;
  await evaluateString(devTools, callExpression(coverPlaceOfPage, [picture]));
  const { data } = await devTools.send('Page.captureScreenshot', { format: 'png' });
  await evaluateString(devTools, callExpression(uncoverPlaceOfPage, []));
  await writeFile(path, Buffer.from(data, 'base64'));
}

/** Runs in the DevTools front-end, which is docked below the page. */
async function coverPlaceOfPage(picture: string): Promise<void> {
  const image = document.createElement('img');
  image.id = 'picture-of-page';
  image.src = picture;
  await image.decode();
  Object.assign(image.style, { position: 'fixed', left: '0', top: '0', zIndex: '1' });
  document.body.append(image);
}

function uncoverPlaceOfPage(): void {
  document.getElementById('picture-of-page')?.remove();
}

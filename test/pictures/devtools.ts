import { fileURLToPath } from 'node:url';
import type { DevToolsPanel } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { startDemo } from '../demo/demo-site.ts';
import { runScenarios } from '../demo/unattended-run.ts';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));

/** What is in the list, in this order; the first is the one that is explained. */
const SHOWN = [
  'crash-without-cors-headers',
  'header-not-allowed',
  'preflight-needs-token',
  'origin-trailing-slash',
  'duplicate-allow-origin',
  'preflight-redirected-slash',
  'connection-refused',
  'allowed-credentialed',
];

/**
 * Takes the README's pictures: of real failures in the real DevTools of Chromium, because that is what its readers want to
 * know. They are as sharp as their computer draws them, and nobody compares them.
 */
export async function takeDevTools(): Promise<void> {
  const demo = await startDemo();
  try {
    for (const theme of ['light', 'dark'] as const) {
      const windowSize = { width: 1280, height: 1040 };
      const browser = await launchWithExtension('chromium', {
        devtools: true,
        colorScheme: theme,
        windowSize,
      });
      try {
        const page = await browser.openPage(demo.pageUrl);
        const chosen = SHOWN.flatMap((id) => demo.scenarios.filter((scenario) => scenario.id === id));
        await runScenarios(page, chosen);
        const panel = await browser.openDevToolsPanel(page);
        await selectFirst(panel, SHOWN.length);
        await panel.screenshot(`${FOLDER}devtools-${theme}.png`);
      } finally {
        await browser.close();
      }
    }
  } finally {
    await demo.close();
  }
}

async function selectFirst(panel: DevToolsPanel, rows: number): Promise<void> {
  const allThere = (wanted: number) => document.querySelectorAll('[data-exchange-id]').length >= wanted;
  await panel.waitFor(allThere, [rows], { what: 'all rows' });
  await panel.click('[data-exchange-id].kind-blocked');
  await panel.waitFor(() => document.querySelector('.diff'), [], { what: 'the change' });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, exportOf, openPanelOf, rowOf, rowsOf } from './session.ts';
import {
  type Answer,
  allowCredentialed,
  type Received,
  startTwoOrigins,
  type TwoOrigins,
} from './two-origins.ts';

/** With a header that is obsolete, on which there is advice. */
function allowed(request: Received): Answer {
  const { headers = [] } = allowCredentialed(request);
  return { headers: [...headers, ['Access-Control-Allow-Private-Network', 'true']] };
}

/** What a developer does with the panel in the first minutes. */
describe.each(ENGINES)('using the panel in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;
  let otherPage: BrowserPage;
  let otherPanel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins((request) => (request.url === '/blocked' ? {} : allowed(request)));
    browser = await launchWithExtension(engine);
    otherPage = await browser.openPage(`${site.page}/`);
    otherPanel = await openPanelOf(browser, otherPage);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    for (const path of ['/first', '/blocked', '/last']) await rowOf(panel, await request(path));
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function request(path: string, from = page): Promise<string> {
    const url = `${site.api}${path}`;
    await from.evaluate(async (target: string) => {
      await fetch(target).catch(() => undefined);
    }, url);
    return url;
  }

  /** Waits until the list shows exactly these paths, in this order. */
  function listShows(...paths: readonly string[]): Promise<unknown> {
    return panel.waitFor(
      (wanted: readonly string[]) => {
        const rows = [...document.querySelectorAll('[data-exchange-id]')].map((row) => row.textContent ?? '');
        return rows.length === wanted.length && wanted.every((path, at) => rows[at]?.includes(path));
      },
      [paths],
      { what: `the list to show ${paths.join(', ') || 'nothing'}` },
    );
  }

  /** Waits until the editor comes to that verdict, and says that text. */
  function whatIfSays(verdict: string, text: string): Promise<unknown> {
    return panel.waitFor(
      (wanted: string, said: string) => {
        const head = document.querySelector(`.what-if[data-verdict="${wanted}"] .headline`);
        return head?.textContent?.includes(said);
      },
      [verdict, text],
      { what: `the editor to say ${verdict} ${text}` },
    );
  }

  /** As if the user had dragged a file from their desktop. */
  function drop(name: string, text: string): Promise<void> {
    return panel.evaluate(
      (file: string, content: string) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], file, { type: 'application/json' }));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        }
      },
      name,
      text,
    );
  }

  it('a verdict chip and a text narrow the list, and an empty result offers the way back', async () => {
    await listShows('/first', '/blocked', '/last');
    await panel.click('.chip.kind-blocked');
    await listShows('/blocked');
    await panel.click('.chip.kind-blocked');
    await panel.click('.filter');
    await panel.type('last');
    await listShows('/last');
    await panel.type('-no-such');
    await panel.click('[data-action="clear-filter"]');
    await listShows('/first', '/blocked', '/last');
  });

  it('a filter is completed, the list grouped by cause, and several requests are selected and exported', async () => {
    await panel.click('[data-exchange-id]');
    await panel.press('/');
    await panel.type('verd');
    await offers('verdict:');
    await panel.press('Tab');
    await panel.type('al');
    await offers('allowed');
    await panel.press('Enter');
    await listShows('/first', '/last');
    await panel.click('.filter-clear');
    await listShows('/first', '/blocked', '/last');

    await panel.click('.popover:has(> [aria-label="Grouping of the list"]) > button');
    await panel.click('input[value="cause"]');
    await panel.press('Escape');
    await panel.waitFor(
      () =>
        [...document.querySelectorAll('.group-summary')].some((summary) =>
          summary.textContent?.startsWith('2 requests to'),
        ),
      [],
      { what: 'a cause with two requests' },
    );
    await listShows('/blocked', '/first', '/last');

    await panel.click('[data-exchange-id].kind-allowed, [data-exchange-id].kind-advice');
    await panel.press('Shift+ArrowDown');
    await panel.waitFor(() => document.querySelectorAll('[aria-selected="true"].list-row').length === 2, [], {
      what: 'two selected rows',
    });
    await panel.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset['copied'] = text;
      };
    });
    await panel.click('[data-action="export"]');
    await panel.click('input[name="report-format"][value="json"]');
    await panel.waitFor(
      () =>
        document.querySelector('.export-about code')?.textContent === 'cors-report.json' &&
        document.querySelector('[data-action="copy-report"]:not(:disabled)'),
      [],
      { what: 'the report as JSON' },
    );
    await panel.click('[data-action="copy-report"]');
    const copied = await panel.waitFor(() => document.body.dataset['copied'], [], { what: 'the report' });
    const report: { readonly exchanges: readonly { readonly hops: readonly { readonly url: string }[] }[] } =
      JSON.parse(copied);
    expect(report.exchanges.map(({ hops }) => hops[0]?.url)).toEqual([
      `${site.api}/first`,
      `${site.api}/last`,
    ]);

    await panel.press('Escape');
    await panel.click('.popover:has(> [aria-label="Grouping of the list"]) > button');
    await panel.click('input[value="api"]');
    await panel.press('Escape');
    await listShows('/first', '/blocked', '/last');
  });

  /** Waits until the filter offers this to be typed next, first of all. */
  function offers(option: string): Promise<unknown> {
    return panel.waitFor(
      (wanted: string) =>
        document.querySelector('[role="option"][aria-selected="true"] code')?.textContent === wanted,
      [option],
      { what: `the filter to offer ${option}` },
    );
  }

  it('the arrow keys go through the list, and the explanation follows', async () => {
    await panel.click('[data-exchange-id]');
    await panel.press('ArrowDown');
    await panel.waitFor(() => document.querySelector('.headline')?.textContent?.includes('/blocked'), [], {
      what: 'the explanation of the second row',
    });
  });

  it('what if: the fix makes it pass, another origin does not, and a reset brings back what was recorded', async () => {
    await panel.click('[data-action="what-if"]');
    await whatIfSays('allowed', '');
    await panel.click('[data-message="0 response"] [data-field="value"]');
    await panel.press('Control+a');
    await panel.type('https://elsewhere.example');
    await whatIfSays('blocked', 'https://elsewhere.example');
    await panel.click('[data-action="reset"]');
    await whatIfSays('blocked', 'As recorded');
    await panel.press('Escape');
    await panel.waitFor(() => document.querySelector('[data-action="what-if"]'), [], {
      what: 'the explanation again',
    });
  });

  it('the advice takes the explanation’s place, a line unfolds, and leads to a request that shows it', async () => {
    await panel.click('.advice-toggle');
    await panel.click('.advice-line summary');
    await panel.waitFor(() => document.querySelector('.advice-line')?.hasAttribute('open'), [], {
      what: 'the line to unfold',
    });
    await panel.click('.advice-line[open] [data-action="show-exchange"]');
    await panel.waitFor(() => document.querySelector('.headline'), [], { what: 'the explanation' });
    await panel.click('[data-action="show-advice"]');
    await panel.waitFor(() => document.querySelector('.advice-line[open]'), [], {
      what: 'the advice, at its line',
    });
    await panel.click('.advice-toggle');
    await panel.waitFor(() => document.querySelector('.headline'), [], { what: 'the explanation again' });
  });

  it('a report that is dropped on the panel takes the list’s place, and gives it back', async () => {
    const report = await exportOf(panel, 'json');
    await drop('cut-off.json', report.slice(0, 1_000));
    await panel.click('[data-notice="file-problem"] [data-action="dismiss-problem"]');
    await panel.click('[aria-label="Clear"]');
    await listShows();
    await drop('cors-report.json', report);
    await panel.waitFor(() => document.querySelector('[data-notice="report"]'), [], { what: 'the report' });
    await listShows('/first', '/blocked', '/last');
    await panel.click('[data-exchange-id].kind-blocked');
    await panel.waitFor(() => document.querySelector('.headline'), [], { what: 'the explanation' });
    // It goes on behind the report.
    await request('/first');
    await request('/blocked');
    await request('/last');
    await listShows('/first', '/blocked', '/last');
    await panel.click('[data-action="close-report"]');
    await panel.waitFor(() => document.querySelector('[aria-label="Clear"]'), [], {
      what: 'the tab’s requests',
    });
    await listShows('/first', '/blocked', '/last');
  });

  it('nothing is recorded while it is paused', async () => {
    await panel.click('[aria-label="Pause recording"]');
    await panel.waitFor(() => document.querySelector('[data-notice="paused"]'));
    await request('/unseen');
    // Events come in order: once another tab's later request is there, this one would be, too.
    await rowOf(otherPanel, await request('/in-the-other-tab', otherPage));
    await panel.click('[data-notice="paused"] [data-action="resume"]');
    await panel.waitFor(() => document.querySelector('[aria-label="Pause recording"]'));
    await rowOf(panel, await request('/seen'));
    await listShows('/first', '/blocked', '/last', '/seen');
  });

  it('a navigation clears the list, unless it is to be kept', async () => {
    await page.reload();
    await listShows();
    await rowOf(panel, await request('/after-reload'));
    await panel.click('.tool-check input[type="checkbox"]');
    await page.reload();
    await rowOf(panel, await request('/after-second-reload'));
    await listShows('/after-reload', '/after-second-reload');
  });

  it('each tab has its own list, and clearing one leaves the other', async () => {
    const theirs = [`${site.api}/in-the-other-tab`];
    expect((await rowsOf(otherPanel)).map(({ url }) => url)).toEqual(theirs);
    await panel.click('[aria-label="Clear"]');
    await listShows();
    expect((await rowsOf(otherPanel)).map(({ url }) => url)).toEqual(theirs);
  });
});

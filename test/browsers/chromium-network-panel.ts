import type { NetworkRow } from './browser.ts';
import { evaluateString, type ProtocolChannel } from './chromium-channel.ts';

interface NetworkModule {
  readonly NetworkPanel: {
    readonly NetworkPanel: {
      instance(): { readonly networkLogView: { onLoadFromFile(file: File): Promise<void> } };
    };
  };
}

interface LogsModule {
  readonly NetworkLog: {
    readonly NetworkLog: {
      instance(): {
        requests(): readonly {
          readonly requestMethod: string;
          readonly statusCode: number;
          url(): string;
          initiator(): { readonly type: string; readonly requestId?: string } | null;
          requestId(): string;
        }[];
      };
    };
  };
}

/** Has the Network panel of a DevTools front-end load a HAR, as if it had been dropped there, and gives its requests. */
export async function loadHarInChromium(
  devTools: ProtocolChannel,
  text: string,
): Promise<readonly NetworkRow[]> {
  const modules = "[import('./panels/network/network.js'), import('./models/logs/logs.js')]";
  const rows = await evaluateString(
    devTools,
    `Promise.all(${modules}).then(([network, logs]) => (${loadHar})(network, logs, ${JSON.stringify(text)}))`,
  );
  return JSON.parse(rows);
}

/** Runs in the DevTools front-end. */
async function loadHar(network: NetworkModule, logs: LogsModule, text: string): Promise<string> {
  await network.NetworkPanel.NetworkPanel.instance().networkLogView.onLoadFromFile(
    new File([text], 'report.har'),
  );
  const requests = logs.NetworkLog.NetworkLog.instance().requests();
  const shown = (id: string | undefined) => requests.find((request) => request.requestId() === id);
  return JSON.stringify(
    requests.map((request) => ({
      method: request.requestMethod,
      status: request.statusCode,
      url: request.url(),
      preflightOf: shown(request.initiator()?.requestId)?.requestMethod ?? null,
    })),
  );
}

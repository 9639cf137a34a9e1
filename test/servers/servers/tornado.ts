import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { tornado as platform } from '../../../src/fixes/platforms/tornado.ts';
import { checkPython, pythonModule, pythonVersion, runPython } from '../python.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const tornado: ServerUnderTest = {
  platform,
  needs: [pythonModule('tornado', 'python3-tornado')],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runPython(surroundings, files(snippets)),
  parse: (surroundings, snippets) => checkPython(surroundings, files(snippets)),
  version: () => pythonVersion('tornado'),
};

function files(snippets: readonly Snippet[] | null): Readonly<Record<string, string>> {
  const app = (imported: string, base: string, argument: string): string => `import sys

from tornado.ioloop import IOLoop
from tornado.web import Application, HTTPError, RequestHandler
${imported}

class Ok(${base}):
    def get(self):
        self.set_header("X-Total-Count", "42")
        self.set_header("X-Internal", "7")

    post = put = get


class Vary(${base}):
    def get(self):
        self.add_header("Vary", "Accept-Encoding")


class Boom(${base}):
    def get(self):
        raise RuntimeError("boom")


class Private(${base}):
    def prepare(self):
        super().prepare()
        raise HTTPError(401)


app = Application(
    [
        (r"(?:/api)?/ok", Ok),
        (r"(?:/api)?/vary", Vary),
        (r"(?:/api)?/boom", Boom),
        (r"(?:/api)?/private", Private),
    ],
    ${argument}
)

if __name__ == "__main__":
    app.listen(int(sys.argv[1]), address="127.0.0.1")
    IOLoop.current().start()
`;
  if (snippets === null) return { 'app.py': app('', 'RequestHandler', '') };
  return {
    'cors.py': textAt(snippets, 'module'),
    'app.py': app(
      'from cors import CorsHandler, NotFoundHandler\n',
      'CorsHandler',
      textAt(snippets, 'application'),
    ),
  };
}

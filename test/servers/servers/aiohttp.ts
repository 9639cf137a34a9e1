import { aiohttp as platform } from '../../../src/fixes/platforms/aiohttp.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { checkPython, pythonModule, pythonVersion, runPython } from '../python.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const aiohttp: ServerUnderTest = {
  platform,
  needs: [pythonModule('aiohttp', 'python3-aiohttp')],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runPython(surroundings, files(snippets)),
  parse: (surroundings, snippets) => checkPython(surroundings, files(snippets)),
  version: () => pythonVersion('aiohttp'),
};

function files(snippets: readonly Snippet[] | null): Readonly<Record<string, string>> {
  const app = (imported: string, pasted: string): string => `import sys

from aiohttp import web
${imported}

@web.middleware
async def sign_in(request, handler):
    if request.path.endswith("/private"):
        raise web.HTTPUnauthorized()
    return await handler(request)


async def ok(request):
    return web.Response(headers={"X-Total-Count": "42", "X-Internal": "7"})


async def vary(request):
    return web.Response(headers={"Vary": "Accept-Encoding"})


async def boom(request):
    raise RuntimeError("boom")


app = web.Application(middlewares=[sign_in])
for base in ("", "/api"):
    for method in ("GET", "POST", "PUT"):
        app.router.add_route(method, base + "/ok", ok)
    app.router.add_get(base + "/vary", vary)
    app.router.add_get(base + "/boom", boom)
${pasted}
if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None)
`;
  if (snippets === null) return { 'app.py': app('', '') };
  return {
    'cors.py': textAt(snippets, 'module'),
    'app.py': app('from cors import add_cors_headers, cors_middleware\n', textAt(snippets, 'app')),
  };
}

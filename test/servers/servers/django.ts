import { django as platform } from '../../../src/fixes/platforms/django.ts';
import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import { PYTHON, pythonModule, pythonVersion, writeFiles } from '../python.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { ServerUnderTest, Surroundings } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const django: ServerUnderTest = {
  platform,
  needs: [
    pythonModule('django', 'python3-django'),
    pythonModule('corsheaders', 'python3-django-cors-headers'),
  ],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    await write(surroundings, snippets);
    const args = ['runserver', '--noreload', `127.0.0.1:${surroundings.port}`];
    return runProgram({ command: PYTHON, args: ['-m', 'django', ...args], env: ENV, ...surroundings });
  },
  async parse(surroundings, snippets) {
    await write(surroundings, snippets);
    // These checks are the library's own: they read every setting.
    const options = { folder: surroundings.folder, env: ENV };
    const { ok, printed } = await runTool(
      PYTHON,
      ['-m', 'django', 'check', '--fail-level', 'WARNING'],
      options,
    );
    return ok ? null : printed;
  },
  version: () => pythonVersion('django-cors-headers'),
};

const ENV = { DJANGO_SETTINGS_MODULE: 'settings', PYTHONPATH: '.' };

function write(surroundings: Surroundings, snippets: readonly Snippet[] | null): Promise<void> {
  return writeFiles(surroundings, {
    'settings.py': `${SETTINGS}${textAt(snippets, 'settings')}`,
    'site_under_test.py': SITE,
  });
}

const SETTINGS = `SECRET_KEY = "x"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "site_under_test"
INSTALLED_APPS = []
MIDDLEWARE = ["django.middleware.common.CommonMiddleware", "site_under_test.sign_in"]
`;

const SITE = `from django.http import HttpResponse
from django.urls import include, path


def sign_in(get_response):
    def answer(request):
        if request.path.endswith("/private"):
            return HttpResponse(status=401)
        return get_response(request)

    return answer


def ok(request):
    if request.method not in ("GET", "POST", "PUT"):
        return HttpResponse(status=405)
    return HttpResponse(headers={"X-Total-Count": "42", "X-Internal": "7"})


def vary(request):
    return HttpResponse(headers={"Vary": "Accept-Encoding"})


def boom(request):
    raise RuntimeError("boom")


routes = [path("ok", ok), path("vary", vary), path("boom", boom)]
urlpatterns = [*routes, path("api/", include(routes))]
`;

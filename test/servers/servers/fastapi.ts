import { fastapi as platform } from '../../../src/fixes/platforms/fastapi.ts';
import { checkPython, PYTHON, pythonModule, pythonVersion, writeFiles } from '../python.ts';
import { runProgram } from '../run-program.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const fastapi: ServerUnderTest = {
  platform,
  needs: [pythonModule('fastapi', 'python3-fastapi'), pythonModule('uvicorn', 'python3-uvicorn')],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  async start(surroundings, snippets) {
    await writeFiles(surroundings, { 'app.py': `${APP}${textAt(snippets, 'end')}` });
    const args = ['-m', 'uvicorn', '--port', String(surroundings.port), '--log-level', 'error', 'app:app'];
    return runProgram({ command: PYTHON, args, ...surroundings });
  },
  parse: (surroundings, snippets) =>
    checkPython(surroundings, { 'app.py': `${APP}${textAt(snippets, 'end')}` }),
  version: () => pythonVersion('starlette'),
};

const APP = `from fastapi import APIRouter, FastAPI, Response

app = FastAPI()
router = APIRouter()


@app.middleware("http")
async def sign_in(request, call_next):
    if request.url.path.endswith("/private"):
        return Response(status_code=401)
    return await call_next(request)


@router.api_route("/ok", methods=["GET", "POST", "PUT"])
def ok():
    return Response(headers={"X-Total-Count": "42", "X-Internal": "7"})


@router.get("/vary")
def vary():
    return Response(headers={"Vary": "Accept-Encoding"})


@router.get("/boom")
def boom():
    raise RuntimeError("boom")


app.include_router(router)
app.include_router(router, prefix="/api")


`;

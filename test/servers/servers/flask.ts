import { flask as platform } from '../../../src/fixes/platforms/flask.ts';
import { flaskApp } from '../flask-app.ts';
import { checkPython, pythonModule, pythonVersion, runPython } from '../python.ts';
import type { ServerUnderTest } from '../server-under-test.ts';
import { textAt } from '../snippet-text.ts';

export const flask: ServerUnderTest = {
  platform,
  needs: [pythonModule('flask', 'python3-flask')],
  role: 'app',
  causeWithout: 'preflight-not-handled',
  start: (surroundings, snippets) => runPython(surroundings, { 'app.py': flaskApp(textAt(snippets, 'app')) }),
  parse: (surroundings, snippets) =>
    checkPython(surroundings, { 'app.py': flaskApp(textAt(snippets, 'app')) }),
  version: () => pythonVersion('flask'),
};

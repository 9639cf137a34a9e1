/**
 * Runs one of our TypeScript programs on a fresh clone: `node test/launch.mjs [--build] <program.ts> [arguments]`.
 * Plain JavaScript, because it runs before anything is installed: it installs what is missing, builds the extension
 * if asked to, and calls the program's `main(argv)`, whose number is the exit code.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

checkNode();
installDependencies();
const [first, ...others] = process.argv.slice(2);
const [program, ...programArguments] = first === '--build' ? others : [first, ...others];
if (first === '--build') build();
process.exit(await run(program, programArguments));

function checkNode() {
  const { engines } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const have = process.versions.node.split('.').map(Number);
  const difference = wanted.map((part, at) => have[at] - part).find((each) => each !== 0) ?? 0;
  if (difference >= 0) return;
  console.error(
    `CORS Lens needs Node ${engines.node}; this is ${process.versions.node}. Get it from nodejs.org.`,
  );
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json last: there and newer than the lockfile, the installation is whole. */
function installDependencies() {
  const installed = `${ROOT}node_modules/.package-lock.json`;
  const lockfile = `${ROOT}package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  console.log('Installing dependencies (npm ci); this takes a minute or two the first time …');
  // npm is a script on Windows, which only a shell can start; the arguments are constants.
  const { status } = spawnSync('npm ci --no-audit --no-fund', { cwd: ROOT, stdio: 'inherit', shell: true });
  if (status !== 0) {
    console.error(
      'npm ci failed. Its own messages above say why; without a network nothing can be installed.',
    );
    process.exit(1);
  }
}

function build() {
  for (const mode of ['chrome', 'firefox']) {
    const { status } = spawnSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'warn'],
      { cwd: ROOT, stdio: 'inherit' },
    );
    if (status !== 0) process.exit(1);
    console.log(`Built dist/${mode}`);
  }
}

async function run(file, args) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(`${ROOT}${file}`, {
    configFile: false,
    logLevel: 'error',
    root: ROOT,
  });
  return module.main(args);
}

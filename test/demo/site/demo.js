import { sendRequest } from './send-request.js';

const VERBS = {
  image: 'img',
  font: 'font',
  module: 'import',
  'event-source': 'EventSource',
  worker: 'worker',
  'sandboxed-frame': 'frame',
  'public-frame': 'frame',
  'insecure-public-frame': 'frame',
  xhr: 'XHR',
};

const scenarios = await (await fetch('/scenarios.json')).json();
const rows = new Map();
const outcomes = new Map();

showGroups();
showProgress();
document.getElementById('run-all').addEventListener('click', runAll);

/** For tests: what a click on a button does, with its outcome. */
window.corsLensDemo = { ids: scenarios.map(({ id }) => id), run };

/**
 * Makes a scenario's request anew and shows what came of it.
 *
 * @param {string} id
 * @returns {Promise<{ outcome: 'resolves' | 'rejects', detail: string, url: string }>}
 */
async function run(id) {
  const scenario = scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`No scenario is called ${id}`);
  const url = withRun(scenario.url);
  showRunning(id);
  const result = await sendRequest(url, scenario.request).then(
    (saw) => ({ outcome: 'resolves', detail: saw, url }),
    (error) => ({ outcome: 'rejects', detail: String(error), url }),
  );
  outcomes.set(id, result.outcome);
  showOutcome(id, result);
  showProgress();
  return result;
}

/** One after the other, so that they appear in DevTools in the order of the page. */
async function runAll({ currentTarget: button }) {
  button.disabled = true;
  for (const { id } of scenarios) await run(id);
  button.disabled = false;
}

/** A URL that was never requested before, in this tab or another, so that no cache joins two runs. */
function withRun(url) {
  const number = Number(localStorage.getItem('runs') ?? '0') + 1;
  localStorage.setItem('runs', String(number));
  return `${url}?run=${number}`;
}

function showGroups() {
  for (const heading of new Set(scenarios.map(({ group }) => group))) {
    const members = scenarios.filter(({ group }) => group === heading);
    const section = copyOf('group-template');
    section.id = heading.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    section.querySelector('h2').textContent = heading;
    section.querySelector('ul').append(...members.map(createRow));
    document.getElementById('groups').append(section);

    const entry = copyOf('contents-template');
    entry.querySelector('a').hash = section.id;
    entry.querySelector('.heading').textContent = heading;
    entry.querySelector('.count').textContent = String(members.length);
    document.getElementById('contents').append(entry);
  }
}

function createRow({ id, title, broken, server, url, request }) {
  const row = copyOf('scenario-template');
  const button = row.querySelector('.run');
  button.textContent = title;
  button.addEventListener('click', () => run(id));
  row.id = id;
  row.querySelector('.broken').append(...withCodeSpans(broken));
  const { host, pathname } = new URL(url);
  const what = [VERBS[request.via], request.method ?? 'GET'].filter(Boolean).join(' ');
  const runtime = { node: ' · Node', express: ' · Express', none: '' }[server];
  row.querySelector('.request').textContent = `${what} ${host}${pathname}${runtime}`;
  rows.set(id, row);
  return row;
}

/** Text with `code spans` as nodes. */
function withCodeSpans(text) {
  return text.split('`').map((part, index) => {
    if (index % 2 === 0) return part;
    const code = document.createElement('code');
    code.textContent = part;
    return code;
  });
}

function showRunning(id) {
  const row = rows.get(id);
  row.dataset.outcome = 'running';
  row.querySelector('.outcome').textContent = 'Running…';
}

function showOutcome(id, { outcome, detail }) {
  const row = rows.get(id);
  row.dataset.outcome = outcome;
  row.querySelector('.outcome').textContent = detail;
}

function showProgress() {
  const count = (outcome) => [...outcomes.values()].filter((value) => value === outcome).length;
  document.getElementById('progress').textContent =
    outcomes.size === 0
      ? `${scenarios.length} scenarios`
      : `${outcomes.size} of ${scenarios.length} run: ${count('resolves')} resolved, ${count('rejects')} rejected`;
}

function copyOf(templateId) {
  return document.getElementById(templateId).content.cloneNode(true).firstElementChild;
}

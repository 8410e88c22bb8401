import { contenders } from './contenders/index.mjs';
import { targets } from './targets.mjs';

/** The figures as a page of Markdown. */
export function report(summary) {
  const { date, machine, browser, node, rounds, coldRounds } = summary;
  return `# Benchmarks

Written by \`npm run bench\`. ${date}, ${browser}, Node ${node}, ${machine}.

Medians of ${rounds} rounds (cold load: ${coldRounds}); each sample in a fresh tab, in another order each round, frame rate uncapped. CPU is the time that the page's main thread was at work (thread clock, so that other load on the machine counts little); in brackets is the ratio to native HTML in the same run, which is what to compare. How: [bench/](../bench/README.md).

Forms: \`consultation\` is the shipped consultation form in its 23 plain fields and two more under conditions; \`stress-200\` and \`stress-1000\` are required texts, lists and numbers in turn. Fields are validated while they are typed into, from the first time that they were left.

${contenderList(summary)}
${targetTable(summary)}
${gateTable(summary)}
## CPU

${cpuTable(summary, 'Mount, in ms', 'mount')}
${cpuTable(summary, 'A key, live validation, in ms', 'key')}
${cpuTable(summary, 'A key after a failed attempt to submit, every field showing its problem, in ms', 'keyAfterSubmit')}
${cpuTable(summary, 'An empty form submitted, until its errors are painted, in ms', 'submit')}
${loadTable(summary)}
${memoryTable(summary)}
${strictTable(summary)}`;
}

function contenderList({ contenders: names }) {
  const lines = contenders
    .filter(({ name }) => names.includes(name))
    .map(({ title, about }) => `- ${title}: ${about}`);
  return `${lines.join('\n')}\n`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** One row for each contender, by its title; one that is only loaded has a place where that is told. */
function rowsOf(summary, cells, { withPredrawn = false } = {}) {
  return contenders
    .filter(({ name }) => summary.contenders.includes(name))
    .filter(({ isPredrawn }) => withPredrawn || isPredrawn !== true)
    .map(({ name, title }) => [title, ...cells(name)]);
}

function pageOf(summary, contender, form) {
  return summary.pages.find((page) => page.contender === contender && page.form === form);
}

/** A figure beside its ratio to native HTML on the same form. */
function withRatio(summary, contender, form, metric, text) {
  const value = pageOf(summary, contender, form)?.[metric];
  if (!Number.isFinite(value)) return 'n/a';
  const ratio = ratioOf(summary, contender, form, metric);
  return contender === 'native' || ratio === undefined
    ? text(value)
    : `${text(value)} (${ratio.toFixed(2)})`;
}

export function ratioOf(summary, contender, form, metric, to = 'native') {
  const own = pageOf(summary, contender, form)?.[metric];
  const base = pageOf(summary, to, form)?.[metric];
  return own === undefined || base === undefined ? undefined : own / base;
}

const milliseconds = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const kibibytes = (value) => (value / 1024).toFixed(1);

/** Which pages were seen to work, and so are believed. */
function gateTable(summary) {
  const rows = rowsOf(summary, (name) =>
    summary.forms.map((form) => {
      const { faults, lapses = [] } = pageOf(summary, name, form);
      const told = [...faults, ...lapses];
      return told.length === 0 ? 'works' : told.slice(0, 2).join('; ').slice(0, 120);
    }),
  );
  return `## Gate

A page is measured only after it has drawn the form, shown an error for each required field after an empty submit, and handed in the valid document as it was filled; pictures of all three states are kept in \`bench/.cache/screens\` of the run.

${table(['', ...summary.forms], rows)}
`;
}

function cpuTable(summary, title, metric) {
  const rows = rowsOf(summary, (name) =>
    summary.forms.map((form) => withRatio(summary, name, form, metric, milliseconds)),
  );
  return `### ${title}\n\n${table(['', ...summary.forms], rows)}\n`;
}

function loadTable(summary) {
  const [form] = summary.forms;
  const cells = (name) => {
    const page = pageOf(summary, name, form);
    const { js, css, html } = page.sizes;
    return [
      kibibytes(js),
      kibibytes(css),
      kibibytes(html),
      page.requests ?? 'n/a',
      withRatio(summary, name, form, 'bytes', kibibytes),
      withRatio(summary, name, form, 'eval', milliseconds),
      withRatio(summary, name, form, 'cold', milliseconds),
    ];
  };
  const rows = rowsOf(summary, cells, { withPredrawn: true });
  const head = [
    '',
    'JS KiB',
    'CSS KiB',
    'HTML KiB',
    'requests',
    'over the line KiB',
    'eval CPU ms',
    'cold load ms',
  ];
  return `## Load: \`${form}\`

Brotli, everything that the page fetches to show the form. Cold load: 1.6 Mbit/s, 150 ms, CPU four times slower, until the form is painted.

${table(head, rows)}
${takeOverLine(summary, form)}`;
}

/** A form in the HTML is seen, and can be typed into, before it can be sent. */
function takeOverLine(summary, form) {
  const { takenOverAt, shift } = pageOf(summary, 'ours-predrawn', form) ?? {};
  if (!Number.isFinite(takenOverAt)) return '';
  return `
The pre-drawn form is seen, and can be typed into, from its cold load on; its script has taken over what was typed at ${milliseconds(takenOverAt)} ms. Layout shift of the whole load: ${shift.toFixed(3)}.
`;
}

function memoryTable(summary) {
  const [form] = summary.forms;
  const rows = rowsOf(summary, (name) => {
    const { cycles = {}, nodes, listeners } = pageOf(summary, name, form);
    return [
      ...summary.forms.map((each) => withRatio(summary, name, each, 'heap', kibibytes)),
      nodes ?? 'n/a',
      listeners ?? 'n/a',
      cycles.grown === undefined
        ? 'n/a'
        : `${kibibytes(cycles.grown)} KiB, ${cycles.nodes} nodes, ${cycles.listeners} listeners`,
    ];
  });
  const head = [
    '',
    ...summary.forms.map((each) => `heap KiB ${each}`),
    'nodes',
    'listeners',
    'after 50 more mounts and unmounts',
  ];
  return `## Memory\n\n${table(head, rows)}\n`;
}

function strictTable(summary) {
  const [form] = summary.forms;
  const rows = rowsOf(summary, (name) => {
    const { strict } = pageOf(summary, name, form);
    if (strict === undefined) return ['n/a', ''];
    const kinds = new Map();
    for (const violation of strict.violations)
      kinds.set(violation, (kinds.get(violation) ?? 0) + 1);
    const told = [...kinds].map(([violation, count]) => `${count} × ${violation}`).slice(0, 3);
    return [
      strict.faults.length === 0 ? 'works' : strict.faults.slice(0, 2).join('; ').slice(0, 120),
      told.length === 0 ? 'none' : told.join(', '),
    ];
  });
  return `## Under a strict policy: no inline script or style, Trusted Types

${table(['', 'the form', 'violations'], rows)}
`;
}

function targetTable(summary) {
  if (!summary.contenders.includes('ours')) return '';
  const rows = targets.flatMap(({ name, limit, unit, measure }) => {
    const value = measure(summary, ratioOf, pageOf);
    if (!Number.isFinite(value)) return [];
    const verdict = value <= limit ? 'met' : '**missed**';
    return [[name, `≤ ${limit}${unit}`, `${value.toFixed(2)}${unit}`, verdict]];
  });
  return `## Targets for \`<lpse-form>\`\n\n${table(['', 'target', 'measured', ''], rows)}\n`;
}

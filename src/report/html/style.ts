import { constant, type Html } from './element.ts';

/**
 * Every colour and measure of the report. The policy in `document.ts` has its hash: whoever changes a character here
 * changes that, too (a test says what to). In a diagram, a message stands on the lanes from `--a` to `--b`, which its
 * classes set, because the policy takes no style attributes.
 */
export const STYLE: Html = constant`<style>
:root {
  color-scheme: light dark;
  --font: system-ui, sans-serif;
  --mono: ui-monospace, Menlo, Consolas, monospace;
  --background: #ffffff; --surface: #f6f7f9; --border: #d9dde3; --ink: #1f2329; --muted: #5b636e; --link: #0b57c2;
  --red: #b3261e; --red-surface: #fdeceb; --green: #19692f; --green-surface: #e5f4e9; --lane: #c9cfd7; --on-mark: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --background: #1e1f22; --surface: #28292c; --border: #3d4045; --ink: #e4e6e9; --muted: #a6abb3; --link: #8ab4f8;
    --red: #ff8a80; --red-surface: #43211f; --green: #7fd693; --green-surface: #1f3326; --lane: #4d5258; --on-mark: #1e1f22;
  }
}
* { box-sizing: border-box; }
html { background: var(--background); }
body { margin: 0; background: var(--background); color: var(--ink); font: 15px/1.55 var(--font); overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
main { max-width: 960px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; letter-spacing: -0.01em; }
h2 { margin: 40px 0 8px; font-size: 20px; line-height: 1.3; }
h3 { margin: 28px 0 8px; font-size: 15px; line-height: 1.3; }
p { max-width: 720px; margin: 8px 0; }
ul, ol { margin: 8px 0; padding-left: 22px; }
li { margin: 4px 0; }
a { color: var(--link); }
article, section, footer { border-top: 1px solid var(--border); margin-top: 36px; }
article h2, section h2, footer h2 { margin-top: 28px; }
footer { color: var(--muted); font-size: 13px; }
footer h2 { font-size: 15px; }
code, pre { font: 13px/1.5 var(--mono); }
p code, li code, summary code, h2 code { font-size: 0.88em; background: var(--surface); border-radius: 3px; padding: 1px 4px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
pre { margin: 8px 0; padding: 10px 12px; background: var(--surface); border: 1px solid var(--border); border-radius: 6px; white-space: pre-wrap; }
.lead { font-size: 17px; line-height: 1.45; font-weight: 600; }
.request { color: var(--muted); }
.note { color: var(--muted); font-size: 13px; }
.more { color: var(--muted); list-style: none; }
.proven { color: var(--green); }
nav ol { margin-top: 16px; }
.change { margin: 12px 0; }
.change p { margin-bottom: 4px; font-size: 13px; }
.diff { padding: 0; overflow: hidden; }
.diff code, .diff ins, .diff del { display: block; }
.diff ins, .diff del { padding: 3px 12px 3px 28px; text-indent: -16px; text-decoration: none; }
.diff ins { background: var(--green-surface); color: var(--green); }
.diff del { background: var(--red-surface); color: var(--red); }
details { margin: 8px 0; border: 1px solid var(--border); border-radius: 6px; padding: 0 12px; }
details details { margin: 8px 0; }
summary { cursor: pointer; padding: 8px 0; font-size: 14px; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.sequence { margin: 12px 0; font-size: 13px; line-height: 1.4; }
.sequence ol { list-style: none; margin: 0; padding: 4px 0 10px; position: relative; }
.sequence code { font-size: 12px; line-height: 1.4; background: none; padding: 0; }
.messages { position: relative; }
.lifelines { position: absolute; inset: 0; }
.lifelines span { border-left: 1px solid var(--lane); }
.messages li { display: grid; margin: 0; padding: 5px 0; border-radius: 4px; }
.a0 { --a: 2; } .a1 { --a: 4; } .a2 { --a: 6; } .a3 { --a: 8; } .a4 { --a: 10; } .a5 { --a: 12; }
.b1 { --b: 4; } .b2 { --b: 6; } .b3 { --b: 8; } .b4 { --b: 10; } .b5 { --b: 12; }
.lanes-2 { --lanes: 2; --halves: 4; } .lanes-3 { --lanes: 3; --halves: 6; } .lanes-4 { --lanes: 4; --halves: 8; }
.lanes-5 { --lanes: 5; --halves: 10; } .lanes-6 { --lanes: 6; --halves: 12; }
.label { font-weight: 600; }
.line { display: block; }
.words .line { color: var(--muted); }
.tone-good .label, .tone-good .arrow { color: var(--green); }
.tone-bad .label, .tone-bad .arrow, .breaks strong.line { color: var(--red); }
.breaks { background: var(--red-surface); }
.breaks .words .line { color: var(--ink); }
.breaks .words strong.line { color: var(--red); }
.remark { color: var(--muted); }
.arrow { position: relative; height: 0; border-bottom: 2px solid currentcolor; color: var(--muted); margin: 0 3px; }
.dashed { border-bottom-style: dashed; }
.head { position: absolute; top: -3px; fill: currentcolor; }
.right .head { right: -1px; }
.left .head { left: -1px; transform: scaleX(-1); }
.mark { position: absolute; top: -7px; }
.mark circle { fill: var(--red); }
.mark path { fill: none; stroke: var(--on-mark); stroke-width: 2; stroke-linecap: round; }
.right .mark { right: -11px; }
.left .mark { left: -11px; }
.breaks.right .head { right: 6px; }
.breaks.left .head { left: 6px; }

.lanes { font-weight: 600; }
.lanes span { display: block; padding: 1px 0; }
.sequence .lanes span { border-left: 1px solid var(--lane); padding-left: 8px; }
.lanes span:nth-child(1) { margin-left: 10px; } .lanes span:nth-child(2) { margin-left: 30px; }
.lanes span:nth-child(3) { margin-left: 50px; } .lanes span:nth-child(4) { margin-left: 70px; }
.lanes span:nth-child(5) { margin-left: 90px; } .lanes span:nth-child(6) { margin-left: 110px; }
.messages li { grid-template-columns: repeat(var(--halves), 10px) minmax(0, 1fr); }
.arrow { grid-column: var(--a) / var(--b); grid-row: 1; align-self: start; top: 9px; }
.words { grid-column: -2 / -1; grid-row: 1; padding-left: 6px; }
.lifelines { display: grid; grid-template-columns: 10px repeat(var(--lanes), 20px); }
.lifelines span:first-child { grid-column-start: 2; }

@media (min-width: 640px) {
  .lanes-2 .lanes, .lanes-3 .lanes, .lanes-4 .lanes { display: grid; grid-template-columns: repeat(var(--lanes), minmax(0, 1fr)); gap: 0; align-items: end; }
  .lanes-2 .lanes span, .lanes-3 .lanes span, .lanes-4 .lanes span { margin: 0; padding: 0 8px; border: 0; text-align: center; }
  .lanes-2 .lifelines, .lanes-3 .lifelines, .lanes-4 .lifelines { grid-template-columns: repeat(var(--lanes), minmax(0, 1fr)); }
  .lanes-2 .lifelines span, .lanes-3 .lifelines span, .lanes-4 .lifelines span { grid-column: auto; margin-left: 50%; }
  .lanes-2 li, .lanes-3 li, .lanes-4 li { grid-template-columns: repeat(var(--halves), minmax(0, 1fr)); }
  .lanes-2 .arrow, .lanes-3 .arrow, .lanes-4 .arrow { grid-row: 2; top: 0; }
  .lanes-2 .words, .lanes-3 .words, .lanes-4 .words { grid-column: var(--a) / var(--b); padding: 2px 10px 5px; text-align: center; }
  .lanes-2 .remark .words, .lanes-3 .remark .words, .lanes-4 .remark .words { grid-column: 1 / -1; }
}
@media (max-width: 480px) {
  main { padding: 20px 14px 40px; }
  h1 { font-size: 22px; }
  h2 { font-size: 18px; }
  .lead { font-size: 16px; }
}
@media (forced-colors: active) {
  .diff ins, .diff del { text-decoration: none; }
  .mark circle { fill: CanvasText; }
  .mark path { stroke: Canvas; }
}
@page { margin: 16mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --background: #ffffff; --surface: #f6f7f9; --border: #c4c9d0; --ink: #000000; --muted: #444a52; --link: #000000;
    --red: #a01c15; --red-surface: #fdeceb; --green: #14562a; --green-surface: #e5f4e9; --lane: #aab1ba; --on-mark: #ffffff;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  details { border: 0; padding: 0; }
  summary { list-style: none; font-weight: 600; }
  summary::-webkit-details-marker { display: none; }
  .sequence, .change, summary, .messages li, .lead { break-inside: avoid; }
  h1, h2, h3, summary, .change p { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}
</style>`;

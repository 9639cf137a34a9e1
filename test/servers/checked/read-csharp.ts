import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FRAMEWORKS } from '../find-needs.ts';

/** A call in C#. */
export interface Call {
  /** What is called, with what stands before its dots: `policy.WithOrigins`. */
  readonly name: string;
  /** The literals among what it is given, without their quotes. */
  readonly literals: readonly string[];
}

/** As much of a syntax tree as is needed here. */
interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly type: { readonly isError: boolean };
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

interface Grammar {
  readonly parser: { parse(text: string): { readonly topNode: SyntaxNode } };
}

/** The grammar knows no statements outside of a method; at what is before them, it misses something itself. */
const BEFORE = 'class Program { static void Main() {\n';
const AFTER = '} }\n';

/**
 * Every call in some statements, by a grammar of C#.
 * @throws {Error} if they aren't C#
 */
export function callsIn(statements: string): readonly Call[] {
  const text = `${BEFORE}${statements}${AFTER}`;
  const nodes = childrenOf(grammar().parser.parse(text).topNode);
  const error = errorIn(nodes);
  if (error !== null) throw new Error(`No C#: ${text.slice(error.from).split('\n')[0]}`);
  return callsAmong(nodes, text).filter(({ name }) => name !== 'Main');
}

function grammar(): Grammar {
  const loaded: unknown = createRequire(join(FRAMEWORKS, 'package.json'))('@replit/codemirror-lang-csharp');
  if (isGrammar(loaded)) return loaded;
  throw new Error('The package has no parser.');
}

function isGrammar(value: unknown): value is Grammar {
  return typeof value === 'object' && value !== null && 'parser' in value;
}

function errorIn(nodes: readonly SyntaxNode[]): SyntaxNode | null {
  for (const node of nodes) {
    const isError = node.type.isError && node.from >= BEFORE.length;
    const found = isError ? node : errorIn(childrenOf(node));
    if (found !== null) return found;
  }
  return null;
}

function callsAmong(nodes: readonly SyntaxNode[], text: string): readonly Call[] {
  return nodes.flatMap((node, at) => {
    const inside = childrenOf(node);
    const calls = callsAmong(inside, text);
    const isCall = CALLED.includes(nodes[at - 1]?.name ?? '') && text[node.from] === '(';
    if (!isCall || node.name !== 'Delim') return calls;
    const literals = inside.filter(({ name }) => name.endsWith('Literal'));
    const call = {
      name: calleeBefore(nodes.slice(0, at), text),
      literals: literals.map(({ from, to }) => text.slice(from, to).replace(/^"(.*)"$/, '$1')),
    };
    return [call, ...calls];
  });
}

/** What stands before the parentheses of a call. */
const CALLED: readonly string[] = ['Ident', 'VarName', 'MethodName'];

/** The names and dots that end here. */
function calleeBefore(nodes: readonly SyntaxNode[], text: string): string {
  const first = nodes.findLastIndex(({ name }) => name !== '.' && !CALLED.includes(name)) + 1;
  return nodes
    .slice(first)
    .map(({ from, to }) => text.slice(from, to))
    .join('');
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

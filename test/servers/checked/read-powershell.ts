import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readPowerShellLiteral } from '../../unit/report/shell/read-powershell-literal.ts';
import { FRAMEWORKS } from '../find-needs.ts';

/** A PowerShell script, as a grammar reads it. */
export interface ReadScript {
  /** What it runs: names of commands with their arguments; `&` is the call of a block. */
  readonly commands: readonly string[];
  /** Every call of a method, such as `$request.Headers.TryAddWithoutValidation`. */
  readonly calls: readonly Call[];
  /** The variables and properties that it sets, in their order. */
  readonly sets: readonly string[];
}

export interface Call {
  readonly name: string;
  /** Of each argument what is added up: literals without their quotes, and variables with their `$`. */
  readonly args: readonly (readonly string[])[];
}

/** As much of a syntax tree as is needed here. */
interface SyntaxNode {
  readonly type: string;
  readonly text: string;
  readonly hasError: boolean;
  readonly firstNamedChild: SyntaxNode | null;
  readonly namedChildren: readonly SyntaxNode[];
  descendantsOfType(types: string | string[]): readonly SyntaxNode[];
}

/** As much of `web-tree-sitter`, which is only there where the frameworks are. */
interface TreeSitter {
  readonly Parser: {
    new (): {
      setLanguage(language: object): void;
      parse(text: string): { readonly rootNode: SyntaxNode; delete(): void } | null;
    };
    init(): Promise<void>;
  };
  readonly Language: { load(path: string): Promise<object> };
}

/**
 * Gives what reads PowerShell by a grammar that others wrote.
 * @throws {Error} when it is called, if that is no PowerShell
 */
export async function powerShellReader(): Promise<(script: string) => ReadScript> {
  const ofFrameworks = createRequire(join(FRAMEWORKS, 'package.json'));
  const loaded: unknown = ofFrameworks('web-tree-sitter');
  if (!isTreeSitter(loaded)) throw new Error('The package has no parser.');
  const { Parser, Language } = loaded;
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(ofFrameworks.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')),
  );
  return (script) => {
    const tree = parser.parse(script);
    if (tree === null || tree.rootNode.hasError) throw new Error(`No PowerShell: ${script}`);
    const root = tree.rootNode;
    const read = {
      commands: root.descendantsOfType('command').map(({ text }) => (text.startsWith('&') ? '&' : text)),
      calls: root.descendantsOfType('invokation_expression').map(readCall),
      sets: root.descendantsOfType('left_assignment_expression').map(({ text }) => text),
    };
    // Its memory is WebAssembly's, which nothing else frees.
    tree.delete();
    return read;
  };
}

function isTreeSitter(value: unknown): value is TreeSitter {
  return typeof value === 'object' && value !== null && 'Parser' in value && 'Language' in value;
}

function readCall(node: SyntaxNode): Call {
  const list = node.namedChildren.find(({ type }) => type === 'argument_list');
  const args = list?.firstNamedChild?.namedChildren ?? [];
  return {
    name: node.text.slice(0, node.text.length - (list?.text.length ?? 0)),
    args: args.map((arg) =>
      arg
        .descendantsOfType(['string_literal', 'variable'])
        .map(({ text }) => (text.startsWith("'") ? readPowerShellLiteral(text) : text)),
    ),
  };
}

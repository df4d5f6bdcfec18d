/**
 * A source file as the walls see it: what it imports, which globals it touches, and its words.
 */
import ts from 'typescript';

export interface SourceFile {
  /** From the package root, with forward slashes: `src/judge/schema.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Sighting[];
  /** Expressions such as `process.env`, `Date.now`, `new Date()`. */
  readonly globals: readonly Sighting[];
  /** True when it passes on what another file exports. */
  readonly gathers: boolean;
}

export interface Sighting {
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/** Reads a file's text; type-only, dynamic and `import('…').Type` imports count as imports. */
export function readSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Sighting[] = [];
  const globals: Sighting[] = [];
  let gathers = false;
  const lineOf = (node: ts.Node) => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
  const visit = (node: ts.Node): void => {
    const imported = importedName(node);
    if (imported !== undefined) imports.push({ what: imported, line: lineOf(node) });
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) gathers = true;
    const touched = globalName(node, tree);
    if (touched !== undefined) globals.push({ what: touched, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, text, imports, globals, gathers };
}

function importedName(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) return textOf(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return textOf(node.arguments[0]);
  if (ts.isCallExpression(node) && node.expression.getText() === 'require') return textOf(node.arguments[0]);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  return undefined;
}

/** A name that cannot be read, e.g. of a computed import, is given as `?`, which no room may import. */
function textOf(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : '?';
}

function globalName(node: ts.Node, tree: ts.SourceFile): string | undefined {
  if (ts.isNewExpression(node) && node.getText(tree).replace(/\s/g, '') === 'newDate()') return 'new Date()';
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return node.expression.text;
  if (ts.isPropertyAccessExpression(node)) return node.getText(tree);
  if (ts.isElementAccessExpression(node) && ts.isIdentifier(node.expression)) return node.expression.text;
  return undefined;
}

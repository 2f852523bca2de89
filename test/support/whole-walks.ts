import ts from 'typescript'

/** A place in the code that goes through a story from end to end. */
export interface WholeWalk {
  /** The nearest function with a name that it stands in; '' where there is none. */
  within: string
  /** The expression, on one line. */
  code: string
}

/** What reads all of a document or of its children. */
const walks = new Set(
  (
    'descendants forEach map reduce reduceRight filter flatMap some every find findIndex findLast findLastIndex ' +
    'entries values indexOf check toJSON toString textContent findDiffStart findDiffEnd'
  ).split(' '),
)
/** What reads all between two places of it. */
const ranged = new Set(['nodesBetween', 'textBetween', 'rangeHasMark'])
/** What turns a whole document into something else. */
const takers = new Set(['stringify', 'from', 'structuredClone'])

/**
 * Every place of a source file that reads a whole ProseMirror document: `doc.descendants`, `doc.children.reduce`,
 * `doc.textContent`, a loop over `doc.content.content`, a range up to `doc.content.size`, under whatever name the
 * document or its size goes there. A document is what is called `doc`, what is read from a property `doc`, and what is set to one.
 */
export function wholeWalks(path: string, text: string): WholeWalk[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const known = { docs: new Set(['doc']), lists: new Set<string>(), sizes: new Set<string>() }

  const bare = (node: ts.Expression): ts.Expression =>
    ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node)
      ? bare(node.expression)
      : node
  const isKnown = (node: ts.Expression, names: ReadonlySet<string>) =>
    ts.isIdentifier(node) && names.has(node.text)
  function isDoc(of: ts.Expression): boolean {
    const node = bare(of)
    return isKnown(node, known.docs) || (ts.isPropertyAccessExpression(node) && node.name.text === 'doc')
  }
  /** `doc.children`, `doc.content`, `doc.content.content`. */
  function isList(of: ts.Expression): boolean {
    const node = bare(of)
    if (isKnown(node, known.lists)) return true
    if (!ts.isPropertyAccessExpression(node) || !/^(?:children|content)$/.test(node.name.text)) return false
    return isDoc(node.expression) || isList(node.expression)
  }
  /** `doc.content.size`, `doc.nodeSize`. */
  function isSize(of: ts.Expression): boolean {
    const node = bare(of)
    if (isKnown(node, known.sizes)) return true
    if (ts.isBinaryExpression(node)) return isSize(node.left)
    if (!ts.isPropertyAccessExpression(node)) return false
    return node.name.text === 'size'
      ? isList(node.expression)
      : node.name.text === 'nodeSize' && isDoc(node.expression)
  }

  function learn(node: ts.Node): void {
    if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
      const from = (node.propertyName ?? node.name).getText(file)
      if (from === 'doc') known.docs.add(node.name.text)
      const source = ts.isVariableDeclaration(node.parent.parent) && node.parent.parent.initializer
      if (source && isDoc(source) && /^(?:children|content)$/.test(from)) known.lists.add(node.name.text)
    }
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isIdentifier(node.name)) {
      if (isDoc(node.initializer)) known.docs.add(node.name.text)
      else if (isList(node.initializer)) known.lists.add(node.name.text)
      else if (isConstant(node) && isSize(node.initializer)) known.sizes.add(node.name.text)
    }
    ts.forEachChild(node, learn)
  }
  learn(file)

  function isWalk(node: ts.Node): boolean {
    if (ts.isPropertyAccessExpression(node))
      return walks.has(node.name.text) && (isDoc(node.expression) || isList(node.expression))
    if (ts.isForOfStatement(node)) return isList(node.expression)
    if (ts.isSpreadElement(node)) return isList(node.expression)
    if (ts.isObjectLiteralExpression(node)) {
      const named = (name: string) =>
        node.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText(file) === name)
      const [start, end] = [named('from'), named('to')].map(
        (each) => each && (each as ts.PropertyAssignment).initializer,
      )
      return start?.getText(file) === '0' && end !== undefined && isSize(end)
    }
    if (!ts.isCallExpression(node)) return false
    const called = bare(node.expression)
    const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText(file)
    if (takers.has(name)) return node.arguments.some((each) => isDoc(each) || isList(each))
    const end = node.arguments.findIndex(isSize)
    if (end < 1) return false
    return ranged.has(name) || node.arguments[end - 1]?.getText(file) === '0'
  }
  const found: WholeWalk[] = []
  function look(node: ts.Node, within: string): void {
    const named = nameOf(node) || within
    if (isWalk(node)) {
      const shown = ts.isForOfStatement(node) ? node.expression : node
      found.push({ within: named, code: shown.getText(file).replace(/\s+/g, ' ').slice(0, 80) })
    }
    ts.forEachChild(node, (child) => look(child, named))
  }
  look(file, '')
  return found
}

/** What is set again later says nothing of where a range ends. */
const isConstant = (node: ts.VariableDeclaration) =>
  (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0

/** The name of a function, where this is one that has a name. */
function nameOf(node: ts.Node): string {
  const isFunction = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
  const isNamed =
    (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
    node.initializer !== undefined &&
    (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer))
  return (isFunction || isNamed) && node.name && ts.isIdentifier(node.name) ? node.name.text : ''
}

import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'

/** What may lie in the archive, by path; anything else is a stray. */
const allowed: readonly RegExp[] = [
  /^package\.json$/,
  /^out\/main\/[\w.-]+\.js$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg|jpg)$/,
  /^out\/renderer\/assets\/hunspell-[\w-]{8}\.wasm$/,
  /^out\/renderer\/dictionaries\/(?:ar|en|en-gb|fa)\.(?:aff\.gz|dic\.gz|licence\.txt)$/,
  /^out\/fonts\/[\w-]+\/(?:LICENSE|unicode\.json|files\/[\w-]+\.woff2)$/,
  /^out\/samples\/[\w-]+\.(?:json|jpg)$/,
  /^node_modules\/(?:subset-font|harfbuzzjs|fontverter|wawoff2|woff2sfnt-sfnt2woff|pako|p-limit|yocto-queue|@jsquash\/(?:jpeg|png|resize|webp)|@resvg\/resvg-wasm)\/(?:[\w./-]+\.m?js|[\w./-]+\.wasm|package\.json|LICENSE|license)$/,
]
/** In no folder that ships, whatever its ending. */
const forbidden =
  /\.(?:map|ts|tsx|d\.ts|tsbuildinfo|md)$|(?:^|\/)(?:test|tests|testdata|bench|docs|example|bin)\//

/** Files under `folder`, as paths with `/`, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/**
 * What is wrong with an unpacked archive, in sentences: files that have no business there, and references of the
 * packaged code that lead nowhere: imports, requires, files beside the code, and what the page's HTML and CSS name.
 */
export async function archiveFaults(folder: string): Promise<string[]> {
  const files = await filesIn(folder)
  const strays = files
    .filter((file) => forbidden.test(file) || !allowed.some((pattern) => pattern.test(file)))
    .map((file) => `${file} is a stray`)
  const broken: string[] = []
  for (const file of files.filter((each) => /\.(?:c?js|html|css)$/.test(each))) {
    const text = await readFile(join(folder, file), 'utf8')
    const lost = referencesIn(file, text).filter((each) => !leadsSomewhere(folder, file, each))
    for (const reference of lost) {
      broken.push(`${file} asks for ${reference.names.join(' or ')}, which is not there`)
    }
  }
  return [...strays, ...broken]
}

/** The same code is read once, however many archives it lies in. */
const known = new Map<string, readonly Reference[]>()
function referencesIn(file: string, text: string): readonly Reference[] {
  const key = `${file}\n${text}`
  const references =
    known.get(key) ?? (file.endsWith('js') ? referencesOfCode(file, text) : referencesOfPage(text))
  known.set(key, references)
  return references
}

interface Reference {
  /** As it is resolved: by Node's rules, as a file beside the code, or as an address of the page. */
  kind: 'module' | 'file' | 'address'
  /** More than one where the code chooses; one of them will do. */
  names: readonly string[]
}

/** Every literal import, export-from, import(), require(), require.resolve() and new URL(…, import.meta.url). */
function referencesOfCode(file: string, text: string): Reference[] {
  const isPage = file.startsWith('out/renderer/')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
  const references: Reference[] = []
  const add = (kind: Reference['kind'], names: readonly string[]) => {
    if (names.length > 0) references.push({ kind, names })
  }
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      add('module', literalsIn(node.moduleSpecifier))
    } else if (ts.isCallExpression(node) && node.arguments[0] && loadsModule(node.expression)) {
      add('module', literalsIn(node.arguments[0]))
    } else if (ts.isNewExpression(node) && isFileBeside(node)) {
      add('file', literalsIn(node.arguments?.[0]))
    } else if (isPage && ts.isStringLiteral(node) && /^\/?assets\/[\w.-]+\.\w+$/.test(node.text)) {
      // Vite's list of what a dynamic import brings along.
      add('address', [node.text])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return references
}

function loadsModule(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true
  // Rolldown calls what it makes of require in an ES module `__require`.
  if (ts.isIdentifier(callee)) return /^(?:__)?require$/.test(callee.text)
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'resolve' &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'require'
  )
}

function isFileBeside({ expression, arguments: given }: ts.NewExpression): boolean {
  const base = given?.[1]
  return (
    ts.isIdentifier(expression) &&
    expression.text === 'URL' &&
    base !== undefined &&
    ts.isPropertyAccessExpression(base) &&
    base.name.text === 'url' &&
    base.expression.kind === ts.SyntaxKind.MetaProperty
  )
}

/** The texts that an expression can have, where that can be read off it. */
function literalsIn(node: ts.Expression | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isParenthesizedExpression(node)) return literalsIn(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)]
  return []
}

function referencesOfPage(text: string): Reference[] {
  const found = text.matchAll(/(?:src|href)="([^"#]+)"|url\((?:"|')?([^"')]+)(?:"|')?\)/g)
  return [...found]
    .map(([, attribute, url]) => attribute ?? url ?? '')
    .filter((name) => !/^(?:data|https?|mailto|blob):/.test(name))
    .map((name) => ({ kind: 'address', names: [name] }))
}

function leadsSomewhere(folder: string, file: string, { kind, names }: Reference): boolean {
  return names.some((name) => {
    if (kind === 'module') return isModule(folder, file, name)
    if (kind === 'file') return existsSync(join(folder, dirname(file), name))
    // Vite's base is `/`, the folder of the page.
    const isFromRoot = name.startsWith('/') || name.startsWith('assets/')
    return existsSync(join(folder, isFromRoot ? 'out/renderer' : dirname(file), name))
  })
}

function isModule(folder: string, file: string, name: string): boolean {
  if (isBuiltin(name)) return !file.startsWith('out/renderer/')
  if (name === 'electron') return /^out\/(?:main|preload)\//.test(file)
  const isEsModule = /^out\/(?:main|renderer)\//.test(file)
  // An ES module names the file with its ending; a browser knows no other names at all.
  if (isEsModule && /^[./]/.test(name)) return existsSync(join(folder, dirname(file), name))
  if (file.startsWith('out/renderer/')) return false
  try {
    const found = createRequire(join(folder, file)).resolve(name)
    return found.startsWith(join(folder, sep))
  } catch {
    return false
  }
}

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What a value may be, as Electron's own types say it. `object` names an entry of `Surface.options`. */
export type Shape =
  | { kind: 'any' | 'string' | 'number' | 'boolean' | 'nothing' | 'function' | 'instance' }
  | { kind: 'literal'; value: string | number | boolean }
  | { kind: 'array'; of: Shape }
  | { kind: 'union'; of: Shape[] }
  | { kind: 'object'; name: string }

/** One way to call. */
interface Call {
  parameters: Shape[]
  /** So many must be there. */
  least: number
  /** Takes any number after the last. */
  isOpen: boolean
}
interface Member {
  isReadOnly: boolean
  /** Empty for what is no function. */
  calls: Call[]
}
/** A class or an object of Electron. */
export interface Thing {
  members: Record<string, Member>
  /** Events that `on` knows; null where it takes any channel. */
  events: string[] | null
  /** Of its constructor. */
  constructed: Call[]
}
export interface Surface {
  things: Record<string, Thing>
  options: Record<string, { keys: Record<string, Shape>; required: string[] }>
}

const checkout = join(import.meta.dirname, '../../..')
const types = join(checkout, 'node_modules/electron/electron.d.ts')

/** What Electron's types know, read from them with the compiler; kept in node_modules/.cache until they or we change. */
export function electronSurface(): Surface {
  const text = readFileSync(types)
  const key = createHash('sha256')
    .update(text)
    .update(readFileSync(import.meta.filename))
    .digest('hex')
  const folder = join(checkout, 'node_modules/.cache/midad')
  const cache = join(folder, `electron-surface-${key.slice(0, 16)}.json`)
  try {
    return JSON.parse(readFileSync(cache, 'utf8')) as Surface
  } catch {
    const surface = read()
    mkdirSync(folder, { recursive: true })
    writeFileSync(cache, JSON.stringify(surface))
    return surface
  }
}

function read(): Surface {
  const program = ts.createProgram([types], {
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    target: ts.ScriptTarget.ES2023,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.Preserve,
    strict: true,
    skipLibCheck: true,
  })
  return new Reader(program).surface()
}

class Reader {
  readonly #checker: ts.TypeChecker
  readonly #source: ts.SourceFile
  readonly #options: Surface['options'] = {}

  constructor(program: ts.Program) {
    this.#checker = program.getTypeChecker()
    const source = program.getSourceFile(types)
    if (!source) throw new Error('electron.d.ts cannot be read')
    this.#source = source
  }

  surface(): Surface {
    const space = this.#source.statements.find(
      (statement): statement is ts.ModuleDeclaration =>
        ts.isModuleDeclaration(statement) && statement.name.text === 'Electron',
    )
    const symbol = space && this.#checker.getSymbolAtLocation(space.name)
    if (!symbol) throw new Error('electron.d.ts has no namespace Electron')
    const things: Surface['things'] = {}
    for (const each of this.#checker.getExportsOfModule(symbol)) {
      const isThing = each.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)
      if (isThing) things[each.name] = this.#thing(each)
    }
    return { things, options: this.#options }
  }

  #thing(symbol: ts.Symbol): Thing {
    const own = this.#members(this.#checker.getDeclaredTypeOfSymbol(symbol))
    const isClass = (symbol.flags & ts.SymbolFlags.Class) !== 0
    const statics = isClass ? this.#checker.getTypeOfSymbolAtLocation(symbol, this.#source) : undefined
    return {
      members: { ...(statics && this.#members(statics)), ...own },
      events: this.#events(this.#checker.getDeclaredTypeOfSymbol(symbol)),
      constructed: (statics?.getConstructSignatures() ?? []).map((signature) => this.#call(signature)),
    }
  }

  #members(type: ts.Type): Thing['members'] {
    const members = type.getProperties().map((property): [string, Member] => {
      const of = this.#checker.getTypeOfSymbolAtLocation(property, this.#source)
      const isReadOnly = (property.declarations ?? []).some(
        (declaration) => (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0,
      )
      const isOn = ['on', 'once', 'off', 'addListener', 'removeListener'].includes(property.name)
      // Listeners are looked up among the events, which are many.
      const calls = isOn ? [] : of.getCallSignatures().map((signature) => this.#call(signature))
      return [property.name, { isReadOnly, calls }]
    })
    return Object.fromEntries(members)
  }

  #events(type: ts.Type): string[] | null {
    const on = type.getProperty('on')
    if (!on) return []
    const names = this.#checker
      .getTypeOfSymbolAtLocation(on, this.#source)
      .getCallSignatures()
      .map((signature) => {
        const first = signature.getParameters()[0]
        return first && this.#checker.getTypeOfSymbolAtLocation(first, this.#source)
      })
    const literals = names.flatMap((name) => (name?.isStringLiteral() ? [name.value] : []))
    return literals.length > 0 ? [...new Set(literals)] : null
  }

  #call(signature: ts.Signature): Call {
    const parameters = signature.getParameters()
    const declared = parameters.map((parameter) => parameter.valueDeclaration as ts.ParameterDeclaration)
    const isOptional = (at: number) => {
      const declaration = declared[at]
      return !declaration || Boolean(declaration.questionToken ?? declaration.initializer)
    }
    return {
      parameters: parameters.map((parameter) =>
        this.#shape(this.#checker.getTypeOfSymbolAtLocation(parameter, this.#source)),
      ),
      least: parameters.filter((_parameter, at) => !isOptional(at) && !declared[at]?.dotDotDotToken).length,
      isOpen: declared.some((declaration) => declaration?.dotDotDotToken !== undefined),
    }
  }

  #shape(type: ts.Type): Shape {
    const has = (flag: ts.TypeFlags) => (type.flags & flag) !== 0
    if (type.isUnion()) return { kind: 'union', of: type.types.map((each) => this.#shape(each)) }
    if (type.isStringLiteral() || type.isNumberLiteral()) return { kind: 'literal', value: type.value }
    if (has(ts.TypeFlags.BooleanLiteral)) {
      return { kind: 'literal', value: this.#checker.typeToString(type) === 'true' }
    }
    if (has(ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { kind: 'string' }
    if (has(ts.TypeFlags.Number)) return { kind: 'number' }
    if (has(ts.TypeFlags.Boolean)) return { kind: 'boolean' }
    if (has(ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) return { kind: 'nothing' }
    if (this.#checker.isArrayType(type)) {
      const [of] = this.#checker.getTypeArguments(type as ts.TypeReference)
      return { kind: 'array', of: of ? this.#shape(of) : { kind: 'any' } }
    }
    if (type.getCallSignatures().length > 0) return { kind: 'function' }
    return this.#objectShape(type)
  }

  #objectShape(type: ts.Type): Shape {
    const symbol = type.getSymbol()
    const isElectrons = symbol?.declarations?.some((each) => each.getSourceFile() === this.#source)
    if (!symbol || !isElectrons) return { kind: 'any' }
    if (symbol.flags & ts.SymbolFlags.Class) return { kind: 'instance' }
    if (!(symbol.flags & ts.SymbolFlags.Interface)) return { kind: 'any' }
    const { name } = symbol
    if (!this.#options[name]) {
      const keys: Record<string, Shape> = {}
      // Before its keys are read, which may name it again.
      const entry = (this.#options[name] = { keys, required: [] as string[] })
      for (const property of type.getProperties()) {
        keys[property.name] = this.#shape(this.#checker.getTypeOfSymbolAtLocation(property, this.#source))
        if (!(property.flags & ts.SymbolFlags.Optional)) entry.required.push(property.name)
      }
    }
    return { kind: 'object', name }
  }
}

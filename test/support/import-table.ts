import type { IForbiddenRuleType } from 'dependency-cruiser'

/** A room of the house: a folder, the rooms it may import from (itself always), and the packages it may use. */
interface Room {
  path: string
  imports: readonly string[]
  packages: readonly string[]
  /** May use Node's own modules. */
  node?: true
}

const model = 'core/model'
const language = 'core/language'
const api = 'core/api'
const recognise = 'core/recognise'
const core = [model, language, api]
const pageCore = [...core, 'core/i18n', 'core/commands', 'core/autosave', 'core/bulk']
const page = [...pageCore, 'renderer/ui', 'renderer/desk', 'renderer/editor']
const react = ['react', 'react-dom', 'react-aria-components', '@phosphor-icons/react']

/** THE import table (house.md, "One direction of imports"): type-only imports obey it too. */
export const rooms: readonly Room[] = [
  { path: model, imports: ['assets/vocab'], packages: ['zod'] },
  { path: language, imports: [model], packages: [] },
  {
    path: 'core/i18n',
    imports: [model, language, 'assets/locales'],
    packages: [],
  },
  { path: 'core/commands', imports: [model, 'core/i18n'], packages: [] },
  { path: 'core/autosave', imports: [], packages: [] },
  { path: api, imports: [model], packages: ['zod'] },
  // Many files in or out, one after the other: the page and the command line drive it alike.
  { path: 'core/bulk', imports: core, packages: [] },
  { path: 'core/search', imports: core, packages: [] },
  { path: 'core/compare', imports: [model, language], packages: ['diff'] },
  { path: 'core/checks', imports: core, packages: [] },
  {
    path: 'core/export',
    imports: core,
    packages: ['fflate', 'mdast', 'mdast-util-gfm', 'mdast-util-to-markdown', 'yaml'],
  },
  // Texts as other programs write them (chats, mails, PDF): files that are imported and what is pasted are read alike.
  { path: recognise, imports: [model, language], packages: [] },
  {
    path: 'core/import',
    // The files of a zip are gone through as those of a folder.
    imports: [...core, recognise, 'core/bulk'],
    packages: [
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'micromark-extension-gfm',
      'parse5',
      'saxes',
      'yaml',
      'zod',
    ],
  },
  { path: 'core/samples', imports: core, packages: ['zod'] },
  {
    path: 'core/desk',
    imports: [...core, 'core/search', 'core/checks', 'core/compare', 'core/export', 'core/import'],
    packages: ['zod'],
  },
  {
    path: 'electron/node',
    imports: [
      ...core,
      'core/bulk',
      'core/desk',
      'core/import',
      'core/search',
      'core/samples',
      'assets/themes',
      'assets/samples',
      'package\\.json$',
    ],
    packages: ['zod', 'lowdb', 'subset-font', 'yauzl', '@jsquash', '@resvg', 'harfbuzzjs'],
    node: true,
  },
  {
    path: 'electron/web',
    imports: [...core, 'core/desk', 'core/i18n', 'electron/node'],
    packages: ['zod'],
    node: true,
  },
  {
    path: 'electron/cli',
    imports: [...core, 'core/bulk', 'core/desk', 'core/i18n', 'core/export', 'electron/node', 'electron/web'],
    packages: ['zod'],
    node: true,
  },
  {
    path: 'electron/main',
    imports: [...core, 'core/bulk', 'core/desk', 'core/i18n', 'core/commands', 'electron/node'],
    packages: ['zod', 'electron'],
    node: true,
  },
  { path: 'electron/preload', imports: [model, api], packages: ['electron'] },
  { path: 'renderer/ui', imports: pageCore, packages: [...react, '@fontsource-variable'] },
  { path: 'renderer/desk', imports: pageCore, packages: react },
  {
    path: 'renderer/editor',
    imports: [...pageCore, recognise, 'renderer/ui'],
    packages: ['@tiptap', 'dompurify', 'hunspell-wasm'],
  },
  { path: 'renderer/features', imports: [...page, 'core/samples', 'assets/samples'], packages: react },
  { path: 'renderer/app', imports: [...page, 'renderer/features'], packages: [...react, 'dompurify'] },
]

const inside = (paths: readonly string[]) =>
  paths.map((path) => (path.endsWith('$') ? `^${path}` : `^${path}/`))
const packageNamed = (names: readonly string[]) =>
  names.map((name) => `^node_modules/(?:@types/)?${name}(?:/|$)`)

/** The table as rules of dependency-cruiser: what is not allowed is forbidden. */
export const rules: readonly IForbiddenRuleType[] = [
  ...rooms.map((room): IForbiddenRuleType => ({
    name: `walls of ${room.path}`,
    severity: 'error',
    from: { path: `^${room.path}/` },
    to: {
      ...(room.node ? { dependencyTypesNot: ['core' as const] } : {}),
      pathNot: [...inside([room.path, ...room.imports]), ...packageNamed(room.packages)],
    },
  })),
  {
    name: 'features never import each other',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'no circles',
    severity: 'error',
    from: {},
    // A type may name a type that names it back; values may not.
    to: { circular: true, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'every file stands in a room',
    severity: 'error',
    from: { path: '^(?:core|electron|renderer)/', pathNot: inside(rooms.map(({ path }) => path)) },
    to: {},
  },
]

// `node tools/complete-lock.mjs`, after npm has written package-lock.json: names in it the packages for other systems
// that this registry did not have. npm leaves them out, and `npm ci` then refuses the whole file on every system.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/** The optional packages that a locked one names and the lock file does not have, with the entry each should have. */
export function missingEntries({ packages }) {
  const missing = {}
  for (const [path, locked] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
      const isThere = packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`]
      if (!isThere) missing[`node_modules/${name}`] = entryOf(name, version, locked)
    }
  }
  return missing
}

/** The name says for which system the package is: `@oxlint/binding-linux-x64-musl`. */
function entryOf(name, version, { dev, engines }) {
  const parts = name.split('/').at(-1).split('-')
  const os = parts.filter((part) => systems.includes(part))
  const cpu = parts.filter((part) => processors.includes(part))
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name} does not say for which system it is`)
  const library = parts.some((part) => part.startsWith('musl')) ? 'musl' : 'glibc'
  const libc = os[0] === 'linux' && parts.at(-1) !== cpu[0] ? { libc: [library] } : {}
  return { version, cpu, ...(dev && { dev }), ...libc, optional: true, os, ...(engines && { engines }) }
}

function complete(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingEntries(lock)
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([one], [other]) =>
    one.localeCompare(other, 'en'),
  )
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`)
  process.stdout.write(`${Object.keys(missing).length} packages were missing\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  complete(fileURLToPath(new URL('../package-lock.json', import.meta.url)))
}

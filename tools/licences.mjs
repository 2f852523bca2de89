import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the packages that Midad is built from ask to be said wherever it is given out: name, version, licence and the
 * licence's own text, in one file. Fonts say it beside their files, Electron and Chromium beside the program.
 * @param {string} root The folder of package-lock.json and node_modules.
 * @returns {string}
 */
export function licences(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path, { dev }]) => path && !dev && existsSync(join(root, path)))
    .map(([path]) => notice(join(root, path)))
    .concat(ownData(root))
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** Of data that is no package: the Arabic dictionary. */
function ownData(root) {
  const file = join(root, 'assets/dictionaries/ar.licence.txt')
  if (!existsSync(file)) return []
  return [
    `Ayaspell 3.2 (GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1)\n\n${readFileSync(file, 'utf8').trim()}\n`,
  ]
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const names = readdirSync(folder)
  // Of Hunspell's three licences the one that is taken: a list of changed files, and no more.
  const file =
    names.find((each) => /^(?:un)?licen[cs]e(?:\.\w+)?$/i.test(each)) ??
    names.find((each) => each === 'COPYING.MPL')
  const text = file ? `\n${readFileSync(join(folder, file), 'utf8').trim()}\n` : ''
  return `${name} ${version} (${license ?? 'see its text'})\n${text}`
}

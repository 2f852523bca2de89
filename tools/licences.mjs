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
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^(?:un)?licen[cs]e(?:\.\w+)?$/i.test(each))
  const text = file ? `\n${readFileSync(join(folder, file), 'utf8').trim()}\n` : ''
  return `${name} ${version} (${license ?? 'see its text'})\n${text}`
}

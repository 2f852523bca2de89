import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the fonts that came with Midad: beside that of the built program; in a checkout that is not built, where npm has laid them. */
export function shippedFonts(): string {
  const folders = ['../fonts/', '../../node_modules/@fontsource-variable/'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  )
  return folders.find((folder) => existsSync(folder)) ?? folders[0] ?? ''
}

import { articleFileName } from './library-folder.ts'

const stem = articleFileName.replace(/\.json$/, '')
/**
 * Copies of article.json that synchronisers lay beside it when two computers changed it: Dropbox "article (Sara's conflicted
 * copy 2026-11-26).json", Syncthing "article.sync-conflict-20261126-101500-ABCDEFG.json", OneDrive "article-LAPTOP.json", Google
 * Drive and others "article (1).json".
 */
const copies = [
  new RegExp(`^${stem} \\(.+\\)\\.json$`),
  new RegExp(`^${stem}\\.sync-conflict-\\d{8}-\\d{6}(?:-[0-9A-Z]+)?\\.json$`),
  new RegExp(`^${stem}-[^/]+\\.json$`),
  new RegExp(`^${stem} \\d+\\.json$`),
]

/** Whether a file in an article's folder is such a copy, by its name. */
export const isSyncedCopy = (name: string): boolean => copies.some((copy) => copy.test(name))

/** The name of a service whose folder this path lies in; undefined for a folder of nobody's. */
export function syncServiceOf(path: string): string | undefined {
  const folders = path.split(/[/\\]/).map((name) => name.toLowerCase())
  return services.find(({ folder }) => folders.some((name) => folder.test(name)))?.name
}
const services = [
  { name: 'Dropbox', folder: /^dropbox(?: \(.+\))?$/ },
  { name: 'OneDrive', folder: /^onedrive(?: - .+)?$/ },
  { name: 'Google Drive', folder: /^(?:google ?drive|my drive)$/ },
  { name: 'iCloud Drive', folder: /^(?:com~apple~clouddocs|iclouddrive|icloud drive)$/ },
  { name: 'Syncthing', folder: /^(?:syncthing|sync)$/ },
  { name: 'Nextcloud', folder: /^nextcloud$/ },
] as const

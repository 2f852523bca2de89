/**
 * What browsers put behind a page's name for the folder of its pictures and scripts: Chrome and Firefox write `_files` on every system, older
 * ones in the language of Windows, which still moves page and folder together (Microsoft, "Connected files").
 */
const endings = [
  '_files',
  '.files',
  '-dateien',
  '-filer',
  '_archivos',
  '_arquivos',
  '_bestanden',
  '_bylos',
  '_datoteke',
  '_dosyalar',
  '_elemei',
  '_failid',
  '_fails',
  '_fajlovi',
  '_ficheiros',
  '_fichiers',
  '_file',
  '_fitxategiak',
  '_fitxers',
  '_pliki',
  '_soubory',
  '_tiedostot',
]

/** Of these paths (with `/`), whether one lies in the folder that was saved with a page beside it: it comes with the page and is no story. */
export function partOfSavedPage(paths: Iterable<string>): (path: string) => boolean {
  const folders = new Set<string>()
  for (const path of paths) {
    const stem = /^(.*)\.(?:x?html?|xht|php|aspx?)$/iu.exec(path)?.[1]
    if (stem !== undefined) for (const ending of endings) folders.add((stem + ending).toLowerCase())
  }
  return (path) => {
    const parts = path.toLowerCase().split('/')
    return parts.some((_, at) => at > 0 && folders.has(parts.slice(0, at).join('/')))
  }
}

/** Why two files are no dictionary that can be used. */
export type DictionaryFault = 'not-utf8' | 'not-affixes' | 'not-words' | 'too-large'

// The commands that begin a line of an affix file (hunspell(5)).
const command =
  /^(?:SET|FLAG|COMPLEXPREFIXES|LANG|IGNORE|AF|AM|KEY|TRY|NOSUGGEST|MAXCPDSUGS|MAXNGRAMSUGS|MAXDIFF|REP|MAP|PHONE|BREAK|COMPOUND\w+|ONLYINCOMPOUND|CIRCUMFIX|FORBIDDENWORD|FULLSTRIP|KEEPCASE|ICONV|OCONV|NEEDAFFIX|WORDCHARS|CHECKSHARPS|PFX|SFX|HOME|NAME|VERSION|WARN)(?:\s|$)/

/**
 * What is the matter with an affix file and a word list as Hunspell has them, by their bytes; undefined where nothing is.
 * Hunspell itself takes anything and then knows no word. `read` decodes UTF-8 and answers undefined for what is not.
 */
export function dictionaryFault(
  affixes: Uint8Array,
  words: Uint8Array,
  { maxBytes, read }: { maxBytes: number; read: (bytes: Uint8Array) => string | undefined },
): DictionaryFault | undefined {
  if (affixes.length + words.length > maxBytes) return 'too-large'
  const affixText = read(affixes)
  const wordText = read(words)
  if (affixText === undefined || wordText === undefined) return 'not-utf8'
  if (affixText.includes('\0') || !affixText.split('\n', 4000).some((line) => command.test(line)))
    return 'not-affixes'
  const encoding = /^SET\s+(\S+)/m.exec(affixText)?.[1] ?? ''
  if (!/^utf-?8$/i.test(encoding)) return 'not-utf8'
  const [count = '', ...entries] = wordText.replace(/^\ufeff/, '').split('\n', 50)
  // The first line says about how many words follow (hunspell(5)).
  if (wordText.includes('\0') || !/^\s*\d+\s*(?:\s.*)?$/.test(count)) return 'not-words'
  return entries.some((line) => /\p{L}/u.test(line)) ? undefined : 'not-words'
}

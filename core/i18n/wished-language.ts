import { languageCodes, type LanguageCode } from '../model/language-code.ts'

/**
 * The language that a tag asks for: BCP 47 as browsers and Electron name the system's languages ("ku-Arab-IQ"), or POSIX as
 * LANG does ("ckb_IQ.UTF-8", "ku_TR@latin"). Undefined where it is none of ours.
 */
export function wishedLanguage(tag: string): LanguageCode | undefined {
  const [name = '', modifier] = tag.toLowerCase().split('@')
  const [primary = '', ...rest] = (name.split('.')[0] ?? '').split(/[-_]/)
  if (primary === 'ku' || primary === 'kur') return kurdish([...rest, ...(modifier ? [modifier] : [])])
  return sameLanguage.get(primary)
}

/**
 * `ku` is a family: its script says which Kurdish is written, and where it names none its country does. Alone it is Kurmanji
 * in Latin letters, as CLDR 48 has it (the canonical form of `kmr` is `ku`).
 */
function kurdish(parts: readonly string[]): LanguageCode {
  if (parts.some((part) => part === 'arab' || part === 'arabic')) return 'ckb'
  if (parts.some((part) => part === 'latn' || part === 'latin')) return 'kmr'
  // Iraq's and Iran's Kurdish press, schools and offices write mostly Sorani (Windows has its Sorani as ku-Arab-IQ);
  // Turkey's, Syria's and the Caucasus' write Kurmanji.
  return parts.includes('iq') || parts.includes('ir') ? 'ckb' : 'kmr'
}

// ISO 639-3: Arabic's spoken languages, which all write the standard one, under the codes that systems have for them;
// Southern Kurdish has no interface anywhere and shares Sorani's letters; the three-letter codes of what has two.
const sameLanguage = new Map<string, LanguageCode>([
  ...languageCodes.map((code) => [code, code] as const),
  ...['ara', 'arb', 'acm', 'afb', 'apc', 'apd', 'ajp', 'arq', 'ars', 'ary', 'arz', 'aeb', 'ayl'].map(
    (code) => [code, 'ar'] as const,
  ),
  ['sdh', 'ckb'],
  ['eng', 'en'],
  ['fas', 'fa'],
  ['prs', 'fa'],
  ['heb', 'he'],
  ['iw', 'he'],
  ['urd', 'ur'],
])

/** The kinds of characters that nobody sees. */
type HiddenKind =
  | 'zwnj'
  | 'zwj'
  | 'lrm'
  | 'rlm'
  | 'alm'
  | 'nbsp'
  | 'isolate'
  | 'override'
  | 'soft-hyphen'
  | 'zero-width'
interface Hidden {
  kind: HiddenKind
  /** Unicode's abbreviation (NameAliases.txt); null where its width can be seen. */
  sign: string | null
  clean: '' | null
}

const meant = (kind: HiddenKind, sign: string | null): Hidden => ({ kind, sign, clean: null })
const damage = (kind: HiddenKind, sign: string): Hidden => ({ kind, sign, clean: '' })

/**
 * The characters that nobody sees, each by itself. Embeddings, overrides and isolates are those of Trojan Source
 * (CVE-2021-42574, rtl.md 1.6); what the paste filter keeps (Recommendation 5) may be meant.
 */
export const hiddenCharacters: Readonly<Partial<Record<string, Hidden>>> = {
  '\u200c': meant('zwnj', 'ZWNJ'),
  '\u200d': meant('zwj', 'ZWJ'),
  '\u200e': meant('lrm', 'LRM'),
  '\u200f': meant('rlm', 'RLM'),
  '\u061c': meant('alm', 'ALM'),
  '\u00a0': meant('nbsp', null),
  '\u202f': meant('nbsp', null),
  '\u2066': damage('isolate', 'LRI'),
  '\u2067': damage('isolate', 'RLI'),
  '\u2068': damage('isolate', 'FSI'),
  '\u2069': damage('isolate', 'PDI'),
  '\u202a': damage('override', 'LRE'),
  '\u202b': damage('override', 'RLE'),
  '\u202c': damage('override', 'PDF'),
  '\u202d': damage('override', 'LRO'),
  '\u202e': damage('override', 'RLO'),
  '\u00ad': damage('soft-hyphen', 'SHY'),
  '\u200b': damage('zero-width', 'ZWSP'),
  '\u2060': damage('zero-width', 'WJ'),
  '\ufeff': damage('zero-width', 'BOM'),
}

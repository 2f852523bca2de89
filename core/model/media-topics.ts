import vocabulary from '../../assets/vocab/media-topics.json' with { type: 'json' }
import type { LanguageCode } from './language-code.ts'

/** One of the 17 top-level subjects of IPTC Media Topics; the code goes out as `medtop:<code>`. */
export interface MediaTopic {
  /** Eight digits. */
  code: string
  names: { ar: string; ckb: string; kmr: string; en: string }
}

/** In the order of their codes. English and Arabic names are IPTC's (CC BY 4.0), the Kurdish ones our own. */
export const mediaTopics: readonly MediaTopic[] = vocabulary.topics

/** The name of a subject in a language, in English where there is none; an unknown code stays a code. */
export function topicName(code: string, language: LanguageCode): string {
  const names: Partial<Record<LanguageCode, string>> | undefined = mediaTopics.find(
    (t) => t.code === code,
  )?.names
  return names?.[language] ?? names?.en ?? code
}

/** The names of a subject in all languages that have one, each once. */
export const topicNames = (code: string): string[] => [
  ...new Set(Object.values(mediaTopics.find((topic) => topic.code === code)?.names ?? {})),
]

/** One message as it was sent. */
export interface ChatMessage {
  sender: string
  /** Its lines, none of them blank. */
  lines: string[]
}
/** A piece of a conversation without what the app itself wrote into it. */
export interface Chat {
  app: 'whatsapp' | 'telegram'
  messages: ChatMessage[]
  /** Pictures, recordings and files that were left out of the text. */
  media: number
  /** Lines of the app: who joined, what was deleted. */
  service: number
}
/** A run of words; the marks are those that a person set in the app. */
export interface ChatRun {
  text: string
  mark?: 'bold' | 'italic' | 'strike'
}
/** A paragraph of the story; the sender stands before the first of each message, where there are several people. */
export interface ChatParagraph {
  sender: string | null
  runs: ChatRun[]
}

/** A stamp's day in digits, in any order of its parts: 12/05/2024, 2024-05-12, 12.5.24. */
export const stampDay = String.raw`\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}\.?`
/** A stamp's time, with the half of the day in any language: 10:30, 10:30:15 PM, 10:30 ص, 10:30 ب.ظ. */
export const stampTime = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[\p{L}\p{M}.]{1,5}(?:\s?[\p{L}]\.)?)?`

/** The paragraphs of a chat. Words of one person alone, as correspondents send them, are the story itself. */
export function chatParagraphs(chat: Chat): ChatParagraph[] {
  const isConversation = new Set(chat.messages.map(({ sender }) => sender)).size > 1
  return chat.messages.flatMap(({ sender, lines }) =>
    lines.map((line, at) => ({
      sender: isConversation && at === 0 ? sender : null,
      runs: chat.app === 'whatsapp' ? runsOf(line) : [{ text: line }],
    })),
  )
}

// WhatsApp's marks stand at the edge of a word and hold no space at their own edges.
const marked = /(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^*_~]*[^*_~\s])\1(?![\p{L}\p{N}*_~])/gu
const markOf = { '*': 'bold', _: 'italic', '~': 'strike' } as const

function runsOf(line: string): ChatRun[] {
  const runs: ChatRun[] = []
  let done = 0
  for (const found of line.matchAll(marked)) {
    const [whole, sign, words = ''] = found
    if (found.index > done) runs.push({ text: line.slice(done, found.index) })
    runs.push({ text: words, mark: markOf[sign as keyof typeof markOf] })
    done = found.index + whole.length
  }
  if (done < line.length) runs.push({ text: line.slice(done) })
  return runs
}

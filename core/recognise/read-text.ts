import { chatParagraphs, type Chat, type ChatRun } from './chat.ts'
import { readMail, type MailPart } from './mail-text.ts'
import { readTelegram } from './telegram.ts'
import { isShaped, isVisualOrder, logicalOrder } from './visual-order.ts'
import { readWhatsApp } from './whatsapp.ts'
import { joinSetLines } from './wrapped-lines.ts'

/** What text without markup is made of. */
export type TextBlock =
  | { kind: 'paragraph'; sender: string | null; runs: ChatRun[] }
  | { kind: 'quote'; blocks: TextBlock[] }

/** Text as it was meant, where it came from, and how much of what was done to it. */
export interface ReadText {
  from: 'whatsapp' | 'telegram' | 'mail' | 'pdf' | null
  blocks: TextBlock[]
  messages: number
  media: number
  service: number
  quotes: number
  signatures: number
  /** Lines that stood in the order of their look. */
  turned: number
  /** Lines that went into another. */
  joined: number
}

const nothing = { messages: 0, media: 0, service: 0, quotes: 0, signatures: 0, turned: 0, joined: 0 }
const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', sender: null, runs: [{ text }] })
const lineEnd = /\r\n?|[\n\u{2028}\u{2029}\u{85}\v\f]/u

/** The messages in a text; null where it is no chat. */
export function readChat(text: string): Chat | null {
  // Long before a book is cut into lines: a chat says in its first line that it is one.
  if (!/^\s*\p{Cf}*(?:[[\d٠-٩۰-۹]|[^\n]{1,90}\])/u.test(text.slice(0, 200))) return null
  const lines = text.split(lineEnd)
  return readWhatsApp(lines) ?? readTelegram(lines)
}

/** Every line of a text as a paragraph: what it is without anything recognised. */
export function plainLines(text: string): string[] {
  return text
    .split(lineEnd)
    .map((line) => line.replaceAll('\t', ' ').replace(/^[ \u{a0}]+|[ \u{a0}]+$/gu, ''))
}

/** Recognises chats, mails and the text of PDF files; all else is a paragraph a line, as it was. */
export function readText(text: string): ReadText {
  const chat = readChat(text)
  if (chat) return ofChat(chat)
  const mail = readMail(text.split(lineEnd))
  if (mail) {
    const quotes = mail.parts.filter(
      ({ level }, at) => level > 0 && (mail.parts[at - 1]?.level ?? 0) === 0,
    ).length
    const blocks = nested(mail.parts, 0)
    return { ...nothing, from: 'mail', blocks, quotes, signatures: mail.signatures }
  }
  return ofPage(text)
}

/** A chat as blocks of a story. */
export function ofChat(chat: Chat): ReadText {
  const { app, messages, media, service } = chat
  const blocks = chatParagraphs(chat).map(({ sender, runs }): TextBlock => ({
    kind: 'paragraph',
    sender,
    runs,
  }))
  return { ...nothing, from: app, blocks, messages: messages.length, media, service }
}

/** Parts of a mail as quotes in quotes. */
function nested(parts: readonly MailPart[], level: number): TextBlock[] {
  const blocks: TextBlock[] = []
  let deeper: MailPart[] = []
  const close = (): void => {
    if (deeper.length > 0) blocks.push({ kind: 'quote', blocks: nested(deeper, level + 1) })
    deeper = []
  }
  for (const part of parts) {
    if (part.level > level) deeper.push(part)
    else {
      close()
      blocks.push(...part.paragraphs.map(paragraph))
    }
  }
  close()
  return blocks
}

/** Text of a set page: lines as they are read, and paragraphs where their lengths tell. */
function ofPage(text: string): ReadText {
  const isTurned = isVisualOrder(text)
  let turned = 0
  const lines = plainLines(text).map((line) => {
    const read = isTurned ? logicalOrder(line) : line
    if (read !== line) turned += 1
    return read
  })
  const { paragraphs, joined } = joinSetLines(lines)
  const from = isTurned || isShaped(text) ? 'pdf' : null
  return { ...nothing, from, blocks: paragraphs.map(paragraph), turned, joined }
}

import { toAsciiDigits } from '../language/digits.ts'
import { stampDay, stampTime, type Chat, type ChatMessage } from './chat.ts'

// What Telegram's desktop programs copy of several messages: `Name, [12.05.2024 10:30]` over the words.
const header = new RegExp(
  String.raw`^(.{1,80}?)[,،] \[(?:${stampDay}[,،]?|[\p{L}\p{M}.]{2,12} \d{1,2}, \d{4} at) ${stampTime}\]$`,
  'u',
)
const media = /^\[\s?[^\][]{2,60}\s?\]$/u
const forwarded =
  /^\[?\s?(?:forwarded from|معاد توجيهها من|تمت إعادة التوجيه من|نێردراوەتەوە لە|بازارسال از|הועבר מ)/iu

/** Whether a line of a message stands for a picture, a recording or a file: `[Photo]`, `[ Voice message ]`. */
const isMedia = (line: string): boolean => media.test(line) && !forwarded.test(line)

const headerOf = (line: string) => header.exec(toAsciiDigits(line.replace(/\p{Cf}/gu, '').trim()))

/** The messages of what Telegram copies; null where the first line is no heading of a message. */
export function readTelegram(lines: readonly string[]): Chat | null {
  if (!headerOf(lines.find((line) => line.trim() !== '') ?? '')) return null
  const chat: Chat = { app: 'telegram', messages: [], media: 0, service: 0 }
  let current: ChatMessage = { sender: '', lines: [] }
  for (const line of lines) {
    const sender = headerOf(line)?.[1]
    const words = line.trim()
    if (sender !== undefined) {
      current = { sender, lines: [] }
      chat.messages.push(current)
    } else if (isMedia(words)) chat.media += 1
    else if (words.replace(/\p{Cf}/gu, '')) current.lines.push(words)
  }
  chat.messages = chat.messages.filter((message) => message.lines.length > 0)
  return chat
}

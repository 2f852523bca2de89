import { toAsciiDigits } from '../language/digits.ts'
import { stampDay, stampTime, type Chat, type ChatMessage } from './chat.ts'

// Shapes of WhatsApp's export (iPhone: in brackets, Android: with a dash) and of what WhatsApp Web copies (time first).
const shapes = [
  String.raw`^\[${stampDay}\s?[,،]?\s${stampTime}\]\s?(.*)$`,
  String.raw`^\[${stampTime}\s?[,،]\s?${stampDay}\]\s?(.*)$`,
  String.raw`^${stampDay}\s?[,،]?\s${stampTime}\s[-–]\s(.*)$`,
].map((shape) => new RegExp(shape, 'u'))
const dashed = 2

/** Direction marks that the app writes around stamps and names; spaces of every width are one. */
const plainLine = (line: string): string =>
  toAsciiDigits(
    line.replace(/[\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{61c}\u{feff}]/gu, ''),
  ).replace(/[\u{a0}\u{202f}\u{2009}]/gu, ' ')

interface Stamped {
  shape: number
  /** What follows the stamp, with its own digits. */
  rest: string
}

function stampOf(line: string): Stamped | null {
  if (!/^[^\p{L}]{0,4}[[\d٠-٩۰-۹]/u.test(line)) return null
  const plain = plainLine(line).trim()
  for (const [shape, pattern] of shapes.entries()) {
    const [, rest] = pattern.exec(plain) ?? []
    // The rest is cut from the line as it was: its digits are the sender's.
    if (rest !== undefined) return { shape, rest: rest === '' ? '' : originalEnd(line, rest.length) }
  }
  return null
}

/** The last letters of a line, so many of them as are left without its direction marks. */
function originalEnd(line: string, length: number): string {
  const text = line.trimEnd()
  let left = length
  let at = text.length
  while (at > 0 && left > 0) {
    at -= 1
    if (plainLine(text.charAt(at)) !== '') left -= 1
  }
  // A mark before the first letter belongs to it: it tells the app's own words from a person's.
  return /[\u{200e}]/u.test(text.charAt(at - 1)) ? text.slice(at - 1) : text.slice(at)
}

const mediaWord =
  /image|photo|picture|video|audio|voice|sticker|gif|document|contact|file|media|صور|فيديو|مقطع|صوت|ملصق|مستند|وسائط|ملف|وێنە|ڤیدیۆ|دەنگ|ستیکەر|فایل|میدیا|تصویر|ویدیو|ویدئو|رسانه|عکس|תמונה|סרטון|וידאו|קובץ|מדיה|wêne|vîdyo|deng|pel/iu
/** `<Media omitted>` in any language, `‎image omitted`, `<attached: …>`, `IMG-1.jpg (file attached)`. */
function isMedia(line: string): boolean {
  const text = plainLine(line).trim()
  if (/^<[^<>]{3,80}>$/.test(text)) return mediaWord.test(text)
  if (/^[\w+-]+\.\w{2,5} \([^()]{4,40}\)$/.test(text)) return true
  return (
    (line.startsWith('\u{200e}') || /^\w{3,8} omitted$/i.test(text)) &&
    text.length <= 60 &&
    mediaWord.test(text)
  )
}

const deleted =
  /^(?:this message was deleted|you deleted this message|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة|حذفت هذه الرسالة|ئەم نامەیە سڕایەوە|ئەم پەیامە سڕایەوە|این پیام حذف شد|این پیام را حذف کردید|שלחן ההודעה מחק אותה|הודעה זו נמחקה|מחקת הודעה זו|ev peyam hat jêbirin|یہ پیغام حذف کر دیا گیا)[.۔]?$/iu
const edited = /\s*\u{200e}?<[^<>]{6,60}>$/u

/** What a person wrote after the stamp: `Name: words`; undefined where the app speaks itself. */
function sentOf(rest: string): { sender: string; words: string } | undefined {
  const [, name, words] = /^([^:\n]{1,60}):(?:\s(.*))?$/u.exec(rest) ?? []
  if (name === undefined) return undefined
  return { sender: plainName(name), words: words ?? '' }
}
const plainName = (name: string): string =>
  name
    .replace(/[\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu, '')
    .replace(/^~\s*/, '')
    .trim()

/**
 * The messages of a WhatsApp export or of what WhatsApp Web copies; null where the lines are none. With dashes, which
 * a programme of events may have too, only from two messages on.
 */
export function readWhatsApp(lines: readonly string[]): Chat | null {
  if (!stampOf(lines.find((line) => line.trim() !== '') ?? '')) return null
  const stamps = lines.map(stampOf)
  const found = stamps.filter((stamp) => stamp !== null)
  if (found.every(({ shape }) => shape === dashed) && found.length < 2) return null
  const chat: Chat = { app: 'whatsapp', messages: [], media: 0, service: 0 }
  if (!found.some(({ rest }) => sentOf(rest))) return null
  let current: ChatMessage | null = null
  for (const [at, line] of lines.entries()) {
    const stamp = stamps[at]
    const sent = stamp && sentOf(stamp.rest)
    if (sent) {
      current = { sender: sent.sender, lines: [] }
      chat.messages.push(current)
    } else if (stamp) {
      current = null
      chat.service += 1
    }
    takeLine(chat, current, sent ? sent.words : stamp ? '' : line)
  }
  chat.messages = chat.messages.filter((message) => message.lines.length > 0)
  return chat
}

function takeLine(chat: Chat, message: ChatMessage | null, line: string): void {
  const isOfTheApp = deleted.test(plainLine(line).trim())
  if (isMedia(line)) chat.media += 1
  else if (isOfTheApp) chat.service += 1
  else if (message) {
    const words = line.replace(edited, '').trim()
    if (words.replace(/\p{Cf}/gu, '')) message.lines.push(words)
  }
}

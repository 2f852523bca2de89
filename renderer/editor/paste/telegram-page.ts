import type { PasteCounts } from './paste-report.ts'

interface Message {
  sender: string
  text: Element
}

/** The name over a message, without what Telegram adds in smaller letters (via whom, when). */
function nameOf(message: Element): string {
  const name = message.querySelector('.from_name')?.cloneNode(true) as Element | undefined
  for (const detail of name?.querySelectorAll('.details') ?? []) detail.remove()
  return name?.textContent?.trim() ?? ''
}

/**
 * Puts the messages of Telegram's exported page in the place of its boxes: the words alone where one person wrote them
 * all, else each with its sender before it. Pictures and files are left out and counted.
 */
export function telegramPage(root: HTMLElement): PasteCounts {
  const found: Message[] = []
  let sender = ''
  const counts = { messages: 0, media: 0, service: 0 }
  for (const message of root.querySelectorAll('.message')) {
    if (message.matches('.service')) {
      counts.service += 1
      continue
    }
    // A message that follows another of the same person has no name of its own.
    sender = nameOf(message) || sender
    counts.media += message.querySelectorAll('.media_wrap').length
    const text = message.querySelector('.text')
    if (text?.textContent?.trim()) found.push({ sender, text })
  }
  const isConversation = new Set(found.map((message) => message.sender)).size > 1
  const paragraphs = found.map(({ sender, text }) => {
    const paragraph = root.ownerDocument.createElement('p')
    if (isConversation) {
      const name = root.ownerDocument.createElement('strong')
      name.textContent = `${sender}:`
      paragraph.append(name, ' ')
    }
    paragraph.append(...text.childNodes)
    return paragraph
  })
  root.replaceChildren(...paragraphs)
  return { ...counts, messages: found.length }
}

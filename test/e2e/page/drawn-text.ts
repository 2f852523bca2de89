import type { Page } from 'playwright-core'

/**
 * The letters of each line of each element as they are seen from left to right, by the places of their glyphs; white
 * space, marks on letters and format characters left out. `bracket` stands for every mirrored one where given.
 */
export const seenInEach = (page: Page, selector: string, bracket?: string): Promise<string[][]> =>
  page.evaluate(
    ({ selector, bracket }) => {
      const glyphsOf = (root: Element) => {
        const glyphs: { letter: string; left: number; middle: number; height: number }[] = []
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.nodeValue ?? ''
          for (let at = 0; at < text.length; at += 1) {
            const letter = text.charAt(at)
            if (/[\s\p{Cf}\p{M}]/u.test(letter)) continue
            const range = document.createRange()
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const box = range.getBoundingClientRect()
            if (box.width === 0) continue
            glyphs.push({
              letter,
              left: box.left + box.width / 2,
              middle: (box.top + box.bottom) / 2,
              height: box.height,
            })
          }
        }
        return glyphs.sort((a, b) => a.middle - b.middle)
      }
      return [...document.querySelectorAll(selector)].map((root) => {
        const lines: ReturnType<typeof glyphsOf>[] = []
        for (const glyph of glyphsOf(root)) {
          const line = lines.at(-1)
          const first = line?.[0]
          if (line && first && Math.abs(first.middle - glyph.middle) < first.height / 2) line.push(glyph)
          else lines.push([glyph])
        }
        return lines.map((line) =>
          line
            .sort((a, b) => a.left - b.left)
            .map(({ letter }) => (bracket && /[()[\]{}<>«»‹›]/.test(letter) ? bracket : letter))
            .join(''),
        )
      })
    },
    { selector, bracket },
  )

/** The same of the first of these elements; nothing where there is none. */
export const seenLines = async (page: Page, selector: string, bracket?: string): Promise<string[]> =>
  (await seenInEach(page, selector, bracket))[0] ?? []

/** What can be read on the page, line by line: the text as shown and an image's alt; empty lines left out. */
export const readLines = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (const img of document.querySelectorAll('img')) img.replaceWith(document.createTextNode(img.alt))
    return document.body.innerText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  })

import type { Page } from 'playwright-core'

/** A text on screen, by its words, and what is wrong with where it stands. */
export interface LayoutFault {
  text: string
  fault: 'cut off' | 'outside the window' | 'outside its control' | 'on top of another'
}

/**
 * What of the words of the catalogue cannot be read: cut by a box that hides, outside the window or its own control, or on
 * top of other words. Only texts that contain `mark` are looked at: a headline of a person may end in "…".
 */
export function layoutFaults(page: Page, mark: string): Promise<LayoutFault[]> {
  return page.evaluate((bracket) => {
    const slack = 1.5
    const faults: LayoutFault[] = []
    const note = (text: string, fault: LayoutFault['fault']) => faults.push({ text: text.trim(), fault })
    // Out of sight on purpose, and still a name or told.
    const isForEars = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isForEars(element.parentElement))
    // A dialog covers the rest, which is then hidden from everybody.
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('[aria-hidden="true"], [inert], iframe, option, textarea') &&
      !isForEars(element) &&
      !isBehindDialog(element)
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1)
    const isBehindDialog = (element: Element) => dialog !== undefined && !dialog.contains(element)
    const hides = (style: CSSStyleDeclaration) => /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`)
    const scrollsDown = (style: CSSStyleDeclaration) => /auto|scroll/.test(style.overflowY)

    /** The part of a box that its scrolling and hiding ancestors let be seen; `isCut` where it is not by scrolling down. */
    const judge = (element: Element, box: DOMRect) => {
      let isCut = false
      let isScrolledAway = false
      for (let at: Element | null = element; at && at !== document.documentElement; at = at.parentElement) {
        const style = getComputedStyle(at)
        const frame = at.getBoundingClientRect()
        const isWide = box.left < frame.left - slack || box.right > frame.right + slack
        const isHigh = box.top < frame.top - slack || box.bottom > frame.bottom + slack
        if (scrollsDown(style) && isHigh) isScrolledAway = true
        else if (hides(style) && isHigh && !isScrolledAway) isCut = true
        if ((hides(style) || scrollsDown(style)) && isWide) isCut = true
      }
      return { isCut, isScrolledAway }
    }

    /** The panel with a ground of its own that lies over the rest on purpose, where the window is narrow. */
    const planeOf = (element: Element): Element | null => {
      const { position, backgroundColor } = getComputedStyle(element)
      const isPlane = /absolute|fixed/.test(position) && !/rgba\(.*, 0\)|transparent/.test(backgroundColor)
      return isPlane || !element.parentElement ? element : planeOf(element.parentElement)
    }

    const seen: { text: string; box: DOMRect; element: Element }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const element = node.parentElement
      const text = node.nodeValue ?? ''
      if (!element || !text.includes(bracket) || !isShown(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
      const whole = range.getBoundingClientRect()
      const { isCut, isScrolledAway } = judge(element, whole)
      if (isCut) note(text, 'cut off')
      if (whole.left < -slack || whole.right > innerWidth + slack) note(text, 'outside the window')
      const control = element.closest('button, select, input, [role=radio], summary')?.getBoundingClientRect()
      if (control && (whole.left < control.left - slack || whole.right > control.right + slack))
        note(text, 'outside its control')
      if (!isScrolledAway && !isCut) seen.push(...boxes.map((box) => ({ text, box, element })))
    }
    seen.forEach((one, at) =>
      seen.slice(at + 1).forEach((other) => {
        if (one.element === other.element || planeOf(one.element) !== planeOf(other.element)) return
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        // Lines may touch: their boxes are higher than their letters.
        if (across > 2 && down > 0.4 * Math.min(one.box.height, other.box.height))
          note(`${one.text} / ${other.text}`, 'on top of another')
      }),
    )

    // What a form field draws itself has no text node: measured in its own font.
    const pen = document.createElement('canvas').getContext('2d')
    const room = (field: Element) => {
      const style = getComputedStyle(field)
      const inset = [style.paddingLeft, style.paddingRight].reduce(
        (sum, each) => sum + Number.parseFloat(each),
        0,
      )
      return field.clientWidth - inset
    }
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      if (!pen || !isShown(field)) continue
      const text =
        field instanceof HTMLSelectElement
          ? (field.selectedOptions[0]?.text ?? '')
          : field.value || field.placeholder
      if (!text.includes(bracket)) continue
      pen.font = getComputedStyle(field).font
      if (pen.measureText(text).width > room(field) + slack) note(text, 'cut off')
    }
    return faults
  }, mark)
}

/** Every text that a person reads or hears on this page: text nodes, names, tooltips, placeholders, alternatives. */
export function spokenTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      // Keys are written alike in every language; days come from core/language; a story and its specimen are in its own.
      if (node.parentElement?.closest('kbd, time, script, style, .specimen, [contenteditable=true]')) continue
      if (node.nodeValue?.trim()) texts.add(node.nodeValue.trim())
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'data-placeholder'])
      for (const element of document.querySelectorAll(`[${name}]`))
        texts.add(element.getAttribute(name)?.trim() ?? '')
    return [...texts].filter(Boolean)
  })
}

import type { Locator, Page } from 'playwright-core'

/**
 * What does not fit, in words: a window that scrolls sideways, text that is cut off without a sign, a control that
 * something covers, that leaves the window, or that is smaller than WCAG 2.5.8 asks (24 by 24 CSS pixels).
 */
export function layoutFindings(root: Locator): Promise<string[]> {
  return root.evaluate((top) => {
    const found: string[] = []
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.classList.value.replaceAll(' ', '.')} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`
    const { scrollingElement } = document
    if (scrollingElement && scrollingElement.scrollWidth > window.innerWidth)
      found.push(`the window scrolls sideways by ${scrollingElement.scrollWidth - window.innerWidth} px`)
    const page = document.querySelector('[data-pane=page]')?.getBoundingClientRect().width ?? 0
    if (page < Math.min(320, window.innerWidth - 16)) found.push(`the page is ${page} px wide`)
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    /** Only read aloud: drawn as nothing, on purpose. */
    const isForEars = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width <= 1 || height <= 1
    }
    const isScrolledTo = (control: Element, y: number) => {
      for (let above = control.parentElement; above; above = above.parentElement) {
        const { overflowY } = getComputedStyle(above)
        const frame = above.getBoundingClientRect()
        if (overflowY !== 'visible' && (y < frame.top + 4 || y > frame.bottom - 4)) return false
      }
      return y >= 0 && y <= window.innerHeight
    }
    for (const element of top.querySelectorAll('*')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (!own || !isSeen(element) || isForEars(element) || element.closest('[aria-hidden=true], svg'))
        continue
      const style = getComputedStyle(element)
      const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip'
      if (cuts && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${nameOf(element)}`)
    }
    const controls = 'button, a[href], input, select, textarea, [role=button], [role=option], [role=tab]'
    for (const control of top.querySelectorAll(controls)) {
      if (!isSeen(control) || isForEars(control) || control.closest('[aria-hidden=true]')) continue
      // A control in a label or in a frame of its own is as large as that.
      const target = control.closest('label, .control') ?? control
      const box = target.getBoundingClientRect()
      if ((box.width < 24 || box.height < 24) && !(control.matches('a') && control.closest('p')))
        found.push(`smaller than 24 px (${box.width} × ${box.height}): ${nameOf(control)}`)
      if (box.left < -1 || box.right > window.innerWidth + 1)
        found.push(`out of the window: ${nameOf(control)}`)
      const x = box.left + box.width / 2
      const y = box.top + box.height / 2
      if (!isScrolledTo(control, y)) continue
      const above = document.elementFromPoint(x, y)
      // In a narrow window a whole pane lies over the page, and is folded away again.
      const isOtherPane = above?.closest('[data-pane]') !== control.closest('[data-pane]')
      // A menu lies over what it stands beside, and goes with the next press.
      const isUnderMenu = above?.closest('[popover=auto]') !== control.closest('[popover=auto]')
      if (above && !isOtherPane && !isUnderMenu && !target.contains(above) && !above.contains(target))
        found.push(`covered by ${nameOf(above)}: ${nameOf(control)}`)
    }
    return found
  })
}

/** What has the focus, and whether that can be seen: by an outline, on itself or on its frame, or by a caret. */
export function focusOf(page: Page): Promise<{ isVisible: boolean; tag: string }> {
  return page.evaluate(() => {
    const { activeElement: element } = document
    if (!element) return { isVisible: false, tag: '' }
    const isDrawn = [element, element.closest('.control, label')].some((each) => {
      const style = each && getComputedStyle(each)
      return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
    })
    const hasCaret = element.matches(
      'textarea, [contenteditable=true], input:not([type=checkbox], [type=radio])',
    )
    return { isVisible: isDrawn || hasCaret, tag: element.tagName }
  })
}

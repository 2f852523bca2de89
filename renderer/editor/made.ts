/** An element of a node's view, with this class and text. */
export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

/** The same for words of the interface, which go in its direction and not in that of the story they stand in. */
export function madeOfWords<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  words = '',
): HTMLElementTagNameMap[Tag] {
  const element = made(tag, className, words)
  const { dir } = document.documentElement
  if (dir) element.dir = dir
  return element
}

/** A button of a node's view that says what it does. */
export function quietButton(words: string, className = 'quiet-button'): HTMLButtonElement {
  const button = madeOfWords('button', className, words)
  button.type = 'button'
  return button
}

import { zwnj } from '../../../core/language/joining.ts'
import { editInText, movedPart, type TextPart } from '../../../core/language/typing/plain-typing.ts'
import { editAfter, hasJoinerKey, lookBack, type BlockTyping } from '../../../core/language/typing/typing.ts'

type PlainField = HTMLTextAreaElement | HTMLInputElement

/** What a rule has done. */
interface Replaced {
  /** The part of the value as typed that it replaced, and where the caret stood then. */
  part: TextPart
  caret: number
  /** The value that it has left. */
  left: string
}

/** Changes at most that are known for what they were when Ctrl+Z takes them back. */
const mostRemembered = 100

/** The typing rules at work in one field. */
class FieldTyping {
  readonly #field: PlainField
  readonly #rules: () => BlockTyping | null
  /** What has just been replaced, as long as nothing else happened: one Backspace brings it back. */
  #last: Replaced | null = null
  /** By the value that stood there before a rule changed it. */
  readonly #replaced = new Map<string, Replaced>()
  /** The text that somebody wanted as typed: no rule touches it again. */
  #declined: TextPart | null = null
  #value: string
  #isWriting = false

  constructor(field: PlainField, rules: () => BlockTyping | null) {
    this.#field = field
    this.#rules = rules
    this.#value = field.value
  }

  /** Somebody looks into the field: what is in it by then may have come from elsewhere. */
  onFocus = (): void => {
    this.#last = null
    if (this.#field.value === this.#value) return
    this.#declined = null
    this.#replaced.clear()
    this.#value = this.#field.value
  }

  onPointer = (): void => {
    this.#last = null
  }

  onInput = (event: Event): void => {
    const { value } = this.#field
    this.#declined &&= movedPart(this.#declined, this.#value, value)
    this.#value = value
    if (this.#isWriting || !(event instanceof InputEvent)) return
    this.#last = null
    if (event.inputType === 'historyUndo') this.#undone()
    else if (event.inputType === 'insertText' && !event.isComposing && event.data?.length === 1) this.#typed()
  }

  onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace' && this.#last?.left === this.#field.value) {
      event.preventDefault()
      // What comes of it is heard as any undo is.
      this.#field.ownerDocument.execCommand('undo')
    } else if (event.key === ' ' && event.shiftKey) this.#joiner(event)
    else if (event.key !== 'Shift') this.#last = null
  }

  #typed(): void {
    const rules = this.#rules()
    const { value, selectionStart: caret, selectionEnd: end } = this.#field
    if (!rules || caret === null || caret !== end) return
    const edit = editInText(value, caret, rules, this.#declined)
    if (!edit) return
    this.#field.setSelectionRange(edit.from, edit.to)
    this.#write(edit.text)
    // A rule may end before the letter that let it speak.
    const after = caret + edit.text.length - (edit.to - edit.from)
    this.#field.setSelectionRange(after, after)
    const replaced = { part: { from: edit.from, to: edit.to }, caret, left: this.#field.value }
    this.#last = replaced
    if (this.#replaced.size >= mostRemembered) this.#replaced.clear()
    this.#replaced.set(value, replaced)
  }

  /** The browser selects what it brings back, and the next letter would overwrite it. */
  #undone(): void {
    const replaced = this.#replaced.get(this.#field.value)
    if (!replaced) return
    this.#declined = replaced.part
    this.#field.setSelectionRange(replaced.caret, replaced.caret)
  }

  #joiner(event: KeyboardEvent): void {
    const rules = this.#rules()
    const { value, selectionStart: from, readOnly } = this.#field
    if (!rules || from === null || readOnly || !hasJoinerKey(rules)) return
    event.preventDefault()
    // Nothing where it would do nothing; else what a rule makes of it (Sorani ه as ە).
    if (editAfter(value.slice(Math.max(0, from - lookBack), from), zwnj, rules)?.text === '') return
    this.#write(zwnj)
    this.#typed()
  }

  /** As if it had been typed, a step of the field's own undo; nobody else has a way into that. */
  #write(text: string): void {
    this.#isWriting = true
    // `setRangeText` and `value` would empty that.
    this.#field.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text)
    this.#isWriting = false
  }
}

/**
 * Lets the typing rules work in a plain field, by what `rules` answers at each letter (null: by none): on what is typed, never on
 * what is pasted or composed. One Backspace right after a change brings back what was typed, Ctrl+Z at any time. Answers
 * how to stop.
 */
export function typingInField(field: PlainField, rules: () => BlockTyping | null): () => void {
  const typing = new FieldTyping(field, rules)
  const ending = new AbortController()
  const { signal } = ending
  field.addEventListener('focus', typing.onFocus, { signal })
  field.addEventListener('pointerdown', typing.onPointer, { signal })
  field.addEventListener('input', typing.onInput, { signal })
  field.addEventListener('keydown', (event) => typing.onKey(event as KeyboardEvent), { signal })
  return () => ending.abort()
}

/**
 * One way to press a command. `code` is the physical key (`KeyboardEvent.code`, UI Events), so that it works on an
 * Arabic keyboard too; Ctrl belongs to it (Command on a Mac) unless `plain`.
 */
export interface Keys {
  code: string
  shift?: true
  alt?: true
  plain?: true
}

/** What is read of a key event; a DOM KeyboardEvent is one. */
export interface KeyPress {
  code: string
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
  isComposing?: boolean
  getModifierState?(modifier: string): boolean
}

/**
 * Whether this press is that of the keys. Where a layout writes a Latin letter, the letter decides (AZERTY, Dvorak);
 * elsewhere the place of the key. AltGr writes characters and is never a command.
 */
export function isPressed(keys: Keys, press: KeyPress): boolean {
  if (press.isComposing || press.getModifierState?.('AltGraph')) return false
  const isModified = press.ctrlKey !== press.metaKey
  if (press.ctrlKey && press.metaKey) return false
  if (isModified === (keys.plain ?? false)) return false
  if (press.shiftKey !== (keys.shift ?? false) || press.altKey !== (keys.alt ?? false)) return false
  return placeOf(press) === keys.code
}

const placeOf = ({ code, key }: KeyPress): string => (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code)

const names: Readonly<Record<string, string>> = {
  Backslash: '\\',
  Comma: ',',
  Semicolon: ';',
  Slash: '/',
  Quote: "'",
  Equal: '=',
  Minus: '-',
  BracketLeft: '[',
  BracketRight: ']',
}
const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
}
const nameOf = (code: string) => names[code] ?? code.replace(/^(?:Key|Digit|Arrow)/, '')

/** The keys as caps to draw, in the order they are pressed: `['Ctrl', 'Shift', 'K']`. */
export function keyCaps(keys: Keys, isMac: boolean): string[] {
  return [
    ...(keys.plain ? [] : [isMac ? '⌘' : 'Ctrl']),
    ...(keys.alt ? [isMac ? '⌥' : 'Alt'] : []),
    ...(keys.shift ? [isMac ? '⇧' : 'Shift'] : []),
    arrows[keys.code] ?? nameOf(keys.code),
  ]
}

/** As Electron's menus name them (`CmdOrCtrl+Shift+K`, Electron "Keyboard Shortcuts"). */
export function acceleratorOf(keys: Keys): string {
  return [
    ...(keys.plain ? [] : ['CmdOrCtrl']),
    ...(keys.alt ? ['Alt'] : []),
    ...(keys.shift ? ['Shift'] : []),
    nameOf(keys.code),
  ].join('+')
}

/** HTML with what TipTap adds to a link, and white space between blocks, taken away. */
const bare = (html: string): string =>
  html
    .replaceAll(/\s+(?:target|rel|xmlns|class)="[^"]*"/g, '')
    .replaceAll(/>\s+</g, '><')
    .trim()
/** The letters alone. */
const letters = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** How one row's HTML differs from the hand renderer's: not at all, in its elements only, or in its text. */
export function likeness(html: string, limit: string): 'same' | 'same text' | 'other text' {
  if (bare(html) === bare(limit)) return 'same'
  return letters(html.replaceAll(/>\s+</g, '><')) === letters(limit) ? 'same text' : 'other text'
}

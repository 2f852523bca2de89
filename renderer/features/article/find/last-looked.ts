import { readerOptions, type FindOptions } from '../../../../core/language/find-text.ts'

interface Looked {
  query: string
  replacement: string
  options: FindOptions
}

/** What was last looked for in this window: the bar opens with it again, in another article too. */
export const lastLooked: Looked = { query: '', replacement: '', options: readerOptions }

/** Keeps it for the next time. */
export function keepLooking(looked: Looked): void {
  Object.assign(lastLooked, looked)
}

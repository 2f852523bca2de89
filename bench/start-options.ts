import { parseArgs } from 'node:util'
import { startRowIds, type StartRowId } from './report/start-report.ts'

/** What one run of the start measures. */
export interface StartPlan {
  words: number
  rounds: number
  /** In Midad's small and in its large library. */
  articles: { few: number; many: number }
  rows: readonly StartRowId[]
}

export const startHelp = `npm run bench -- start [options]: from navigation to a story that takes a key, beside the peers

  --words N    size of the story (600)
  --rounds N   how often each is opened, cold and warm (11)
  --few N      articles in Midad's small library (30)
  --many N     articles in its large library (5000)
  --rows LIST  of ${startRowIds.join(',')} (all)
  --quick      3 rounds: a first look, no result
`

/** Reads the words after \`start\`. @throws TypeError for what they may not be; undefined when help is wished */
export function readStartPlan(args: readonly string[]): StartPlan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      words: { type: 'string', default: '600' },
      rounds: { type: 'string' },
      few: { type: 'string', default: '30' },
      many: { type: 'string', default: '5000' },
      rows: { type: 'string', default: startRowIds.join(',') },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const count = (name: string, text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new TypeError(`--${name} wants a whole number from 1 on`)
    return value
  }
  const wished = values.rows.split(',')
  const unknown = wished.find((id) => !(startRowIds as readonly string[]).includes(id))
  if (unknown !== undefined) throw new TypeError(`there is no row ${unknown}: ${startRowIds.join(', ')}`)
  return {
    words: count('words', values.words),
    rounds: count('rounds', values.rounds ?? (values.quick ? '3' : '11')),
    articles: { few: count('few', values.few), many: count('many', values.many) },
    rows: startRowIds.filter((id) => wished.includes(id)),
  }
}

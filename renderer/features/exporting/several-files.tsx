import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { ThemeInfo, Warning } from '../../../core/api/files.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import type { Choosing } from '../../ui/export-choice.ts'
import { FileName } from '../../ui/file-name.tsx'
import { Findings, Problem } from '../../ui/findings.tsx'
import { FormatOptions } from '../../ui/format-options.tsx'
import { useWords } from '../../ui/words.tsx'
import { useTried } from './use-tried.ts'

interface SeveralFilesProps {
  draft: OpenDraft
  choosing: Choosing
  themes: readonly ThemeInfo[]
  houseTheme: string
}

/** The files of one article in several formats: what each is called, leaves to choose and cannot carry. */
export function SeveralFiles({ draft, choosing, themes, houseTheme }: SeveralFilesProps) {
  const { t } = useWords()
  const { formats, choice } = choosing
  const asked = formats.map(({ id }) => ({ format: id, options: choice.options[id] }))
  const tried = useTried(draft, asked)
  const all = asked.map(tried)
  if (formats.length === 0) return <p className="hint">{t('export.chooseOne')}</p>
  const isLooking = all.some(({ file, problem }) => !file && !problem)
  // Said of the article and not of a format: once.
  const ofAll = formats.length > 1 ? inAll(all.map(({ file }) => file?.warnings ?? [])) : []
  const isOwn = (warning: Warning) => !ofAll.some(({ code }) => code === warning.code)
  const isWell = all.every(({ file }) => file && file.warnings.length === 0)
  return (
    <>
      <Findings warnings={ofAll} />
      {formats.map((format, at) => {
        const { file, problem = '' } = all[at] ?? {}
        const name = t(`format.${format.id}` as MessageKey)
        return (
          <section key={format.id} className="sent" aria-label={name}>
            <h3>{name}</h3>
            <FileName name={file?.name} />
            <FormatOptions
              format={format}
              values={choosing.optionsOf(format.id)}
              themes={themes}
              houseTheme={houseTheme}
              onChange={(id, value) => choosing.setOption(format.id, id, value)}
            />
            <Findings warnings={(file?.warnings ?? []).filter(isOwn)} />
            <Problem sentence={problem} />
          </section>
        )
      })}
      <p className="hint" role="status">
        {isLooking ? t('export.trying') : isWell ? t('export.carriesAll') : ''}
      </p>
    </>
  )
}

/** Those that each of the files has, as the first says them. */
const inAll = ([first = [], ...others]: readonly Warning[][]): Warning[] =>
  first.filter(({ code }) => others.every((warnings) => warnings.some((each) => each.code === code)))

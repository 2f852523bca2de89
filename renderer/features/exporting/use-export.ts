import { useEffect, useState } from 'react'
import type { ExportedFile, OptionValues, TriedFile } from '../../../core/api/files.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { OpenDraft } from '../../desk/draft.ts'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'

interface Written {
  /** The format and options it was written with. */
  asked: string
  /** With its bytes where they come to the page. */
  file: (TriedFile & Partial<ExportedFile>) | null
  problem: string
}

/**
 * The file of an article in one format, ready to be handed over; none where `format` is undefined. Of one that lies in a folder only
 * what would be said of it: the host writes that by itself.
 */
export function useExport(
  draft: OpenDraft,
  format: string | undefined,
  options: OptionValues,
  isInFolder: boolean,
) {
  const desk = useDesk()
  const { t } = useWords()
  const asked = `${format} ${JSON.stringify(options)}`
  const [written, setWritten] = useState<Written>({ asked: '', file: null, problem: '' })
  useEffect(() => {
    if (format === undefined) return undefined
    let isWanted = true
    const write = async () => {
      // What is exported is what the disk has: the last keys first.
      await draft.flush()
      const wish = { id: draft.details().id, format, options }
      return isInFolder ? desk.call('article.tryExport', wish) : desk.call('article.export', wish)
    }
    write().then(
      (file) => isWanted && setWritten({ asked, file, problem: '' }),
      (thrown: unknown) => isWanted && setWritten({ asked, file: null, problem: errorSentence(t, thrown) }),
    )
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `asked` says all of the options
  }, [desk, draft, format, asked, t])
  return written.asked === asked ? written : { file: null, problem: '' }
}

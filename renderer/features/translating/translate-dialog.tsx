import { useEffect, useState } from 'react'
import { languages } from '../../../core/language/registry.ts'
import type { ArticleRow } from '../../../core/model/article.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { Dialog } from '../../ui/controls.tsx'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { useWords } from '../../ui/words.tsx'
import './translating.css'

interface TranslateDialogProps {
  id: string
  language: LanguageCode
  onTranslate: (language: LanguageCode) => void
  onOpen: (id: string) => void
  onClose: () => void
}

/** Into which language; and the sister articles that there are already. */
export function TranslateDialog({ id, language, onTranslate, onOpen, onClose }: TranslateDialogProps) {
  const { t } = useWords()
  const sisters = useSisters(id)
  const there = new Set(sisters.map((row) => row.language))
  return (
    <Dialog title={t('translate.name')} about={t('translate.about')} onClose={onClose}>
      <ul className="translate-into">
        {languages
          .filter(({ code }) => code !== language && !there.has(code))
          .map(({ code, ownName, tag, direction }) => (
            <li key={code}>
              <button type="button" className="menu-item" onClick={() => onTranslate(code)}>
                <bdi lang={tag} dir={direction}>
                  {ownName}
                </bdi>
              </button>
            </li>
          ))}
      </ul>
      {sisters.length > 0 && (
        <>
          <h3 className="translate-there">{t('translate.sisters')}</h3>
          <ul className="translate-into sisters">
            {sisters.map((row) => (
              <li key={row.id}>
                <button type="button" className="menu-item" onClick={() => onOpen(row.id)}>
                  <span {...headlineLanguage(row)}>
                    <Headline of={row} />
                  </span>
                  <small>
                    <bdi>{languages.find(({ code }) => code === row.language)?.ownName}</bdi>
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function useSisters(id: string): readonly ArticleRow[] {
  const desk = useDesk()
  const [rows, setRows] = useState<readonly ArticleRow[]>([])
  useEffect(() => {
    let isOpen = true
    void desk.call('article.sisters', { id }).then(
      ({ articles }) => isOpen && setRows(articles),
      () => undefined,
    )
    return () => {
      isOpen = false
    }
  }, [desk, id])
  return rows
}

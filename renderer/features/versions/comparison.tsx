import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/dist/icons/ArrowUp'
import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import type { ComparedTexts } from '../../../core/api/versions.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { pictureGate } from '../../desk/pictures.ts'
import { IconButton } from '../../ui/controls.tsx'
import { KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'
import { FieldChange } from './compared-field.tsx'
import { Line } from './compared-line.tsx'
import { foldLines, type Placed } from './fold-lines.ts'
import type { PictureUrl } from './picture.tsx'
import { Spoken } from './pieces.tsx'
import { WordsChanged } from './words-changed.tsx'
import { showsNothing } from './version-words.ts'
import './comparison.css'

/** More are laid out only where they are looked at. */
export const manyLines = 300

interface ComparisonProps {
  id: string
  compared: ComparedTexts
  /** Another one is being made, and takes its place. */
  isWaiting: boolean
  place: RefObject<HTMLDivElement | null>
  at: number
  onGo: (step: 1 | -1) => void
}

/** How two texts differ, as a page in the article's own direction: first the details, then the story. */
export function Comparison({ id, compared, isWaiting, place, at, onGo }: ComparisonProps) {
  const { t } = useWords()
  const { fields, lines, language } = compared
  const count = fields.length + lines.filter(({ kind }) => kind !== 'same').length
  const { tag, direction, script } = languageOf(language)
  const pictureUrl = usePictures(id)
  const drawn = useMemo(() => foldLines(lines), [lines])
  return (
    <>
      <div className="changes-bar">
        <Legend />
        <span className="grow" />
        <span role="status" className="counter">
          {at > 0 ? t('compare.at', { at, all: count }) : t('compare.changes', { count })}
        </span>
        <WordsChanged inserted={compared.inserted} deleted={compared.deleted} />
        <span className="steps">
          <IconButton
            icon={ArrowUp}
            name={t('compare.previous')}
            isDisabled={count === 0}
            onPress={() => onGo(-1)}
          />
          <IconButton
            icon={ArrowDown}
            name={t('compare.next')}
            isDisabled={count === 0}
            onPress={() => onGo(1)}
          />
          <span aria-hidden="true" className="contents">
            <KeyCaps caps={['Alt', '↑', '↓']} />
          </span>
        </span>
      </div>
      <div
        className="compared scroll"
        ref={place}
        // By the arrows it is read without a mouse, also where nothing in it takes the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={t('compare.name')}
        aria-busy={isWaiting}
      >
        <div className="compared-page" data-script={script === 'latin' ? 'latin' : undefined}>
          {showsNothing(compared) && (
            <p className="compared-same">{t(compared.isSame ? 'compare.same' : 'compare.unseen')}</p>
          )}
          {fields.length > 0 && (
            <dl className="compared-fields">
              {fields.map((change) => (
                <FieldChange key={change.field} change={change} language={language} pictureUrl={pictureUrl} />
              ))}
            </dl>
          )}
          <div
            className={lines.length > manyLines ? 'compared-story is-long' : 'compared-story'}
            lang={tag}
            dir={direction}
          >
            {drawn.map((each) =>
              each.kind === 'line' ? (
                <Line key={each.at} line={each.line} pictureUrl={pictureUrl} />
              ) : (
                <Folded key={each.at} lines={each.lines} pictureUrl={pictureUrl} />
              ),
            )}
          </div>
        </div>
      </div>
    </>
  )
}

/** What the lines and colours mean. */
function Legend() {
  const { t } = useWords()
  return (
    <span className="legend compared-marks" aria-hidden="true">
      <ins>{t('compare.inserted')}</ins>
      <del>{t('compare.deleted')}</del>
      <span className="formatted">{t('compare.formatted')}</span>
    </span>
  )
}

interface FoldedProps {
  lines: readonly Placed[]
  pictureUrl: PictureUrl
}

/** Unchanged lines that only say how many they are, until somebody wants to read them. */
function Folded({ lines, pictureUrl }: FoldedProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return lines.map(({ at, line }) => <Line key={at} line={line} pictureUrl={pictureUrl} />)
  return (
    <button type="button" className="folded-lines" onClick={() => setOpen(true)}>
      <Spoken>{t('compare.folded', { count: lines.length })}</Spoken>
    </button>
  )
}

/** Addresses for the pictures of an article. */
export function usePictures(id: string): PictureUrl {
  const desk = useDesk()
  const gate = useMemo(() => pictureGate(desk, id), [desk, id])
  useEffect(() => () => gate.close(), [gate])
  return useCallback((media: string) => gate.url(media), [gate])
}

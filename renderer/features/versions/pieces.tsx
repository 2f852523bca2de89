import type { ReactNode } from 'react'
import { languageOf } from '../../../core/language/registry.ts'
import type { Piece } from '../../../core/model/comparison.ts'
import { useWords } from '../../ui/words.tsx'
import { markOf, marksInWords } from './version-words.ts'

/** Words of the interface within a text that may be in another language. */
export function Spoken({ children, className }: { children: ReactNode; className?: string }) {
  const { language, direction } = useWords()
  return (
    <span className={className} lang={languageOf(language).tag} dir={direction}>
      {children}
    </span>
  )
}

/** Text with what came and what went in it: by line and colour for the eye, by elements and words for the ear. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  // A comparison never changes: its pieces are known by their places.
  const placed = pieces.map((piece, at) => ({ at, piece }))
  return placed.map(({ at, piece }) => <OnePiece key={at} piece={piece} />)
}

function OnePiece({ piece }: { piece: Piece }) {
  const { t } = useWords()
  const words = marked(piece.text, piece.marks)
  switch (piece.kind) {
    case 'same':
      return words
    case 'inserted':
      return (
        <ins>
          <Spoken className="visually-hidden">{t('compare.inserted')}: </Spoken>
          {words}
        </ins>
      )
    case 'deleted':
      return (
        <del>
          <Spoken className="visually-hidden">{t('compare.deleted')}: </Spoken>
          {words}
        </del>
      )
    case 'formatted': {
      const change = t('compare.formattedFrom', {
        before: marksInWords(t, piece.was ?? []),
        after: marksInWords(t, piece.marks),
      })
      return (
        <span className="formatted" title={change}>
          <Spoken className="visually-hidden">{change}: </Spoken>
          {words}
        </span>
      )
    }
  }
}

function marked(text: string, marks: readonly string[]): ReactNode {
  return marks.reduceRight<ReactNode>((words, mark) => wrapped(markOf(mark), words), text)
}

function wrapped(mark: string, words: ReactNode): ReactNode {
  switch (mark) {
    case 'bold':
      return <strong>{words}</strong>
    case 'italic':
      return <em>{words}</em>
    case 'underline':
      return <u>{words}</u>
    case 'strike':
      return <s>{words}</s>
    case 'subscript':
      return <sub>{words}</sub>
    case 'superscript':
    case 'footnote':
      return <sup>{words}</sup>
    case 'link':
      return <span className="link">{words}</span>
    case 'bdi':
      return <bdi>{words}</bdi>
    default:
      return words
  }
}

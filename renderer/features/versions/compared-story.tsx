import type { ComparedTexts } from '../../../core/api/versions.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { FieldChange } from './compared-field.tsx'
import { Line } from './compared-line.tsx'
import { manyLines, usePictures } from './comparison.tsx'

/** A whole story with what has changed in it since, and the fields that did, wherever there is room for a column. */
export function ComparedStory({ id, compared }: { id: string; compared: ComparedTexts }) {
  const { fields, lines, language } = compared
  const { tag, direction, script } = languageOf(language)
  const pictureUrl = usePictures(id)
  // A comparison never changes: its lines are known by their places.
  const placed = lines.map((line, at) => ({ at, line }))
  return (
    <div data-script={script === 'latin' ? 'latin' : undefined}>
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
        {placed.map(({ at, line }) => (
          <Line key={at} line={line} pictureUrl={pictureUrl} />
        ))}
      </div>
    </div>
  )
}

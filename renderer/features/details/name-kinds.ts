import type { NameKind } from '../../../core/model/names.ts'
import type { RememberedId } from '../../../core/model/remembered.ts'

/** Which names of the house a field takes. */
export const nameKindsOf: Readonly<Record<RememberedId, readonly NameKind[]>> = {
  section: [],
  byline: ['byline', 'person'],
  source: ['source', 'party'],
  creditLine: ['source', 'byline'],
  place: ['place'],
  keywords: ['person', 'party', 'place'],
  pictureCredit: ['byline'],
  pictureSource: ['source'],
}

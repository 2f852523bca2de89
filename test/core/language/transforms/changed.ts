import { changeOf, transformOf } from '../../../../core/language/transforms/registry.ts'
import {
  textWith,
  type Change,
  type HouseStyle,
  type TransformId,
} from '../../../../core/language/transforms/transform.ts'
import type { LanguageCode } from '../../../../core/model/language-code.ts'

export const plainHouse: HouseStyle = { digits: null, quotes: 'language' }

export const change = (id: TransformId, text: string, language: LanguageCode, house = plainHouse): Change =>
  changeOf(transformOf(id), { text, language }, house)

/** A text as the transform leaves it. */
export const changed = (id: TransformId, text: string, language: LanguageCode, house = plainHouse): string =>
  textWith(text, change(id, text, language, house).places)

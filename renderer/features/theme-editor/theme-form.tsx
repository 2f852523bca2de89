import { pageLayouts } from '../../../core/model/theme.ts'
import { useWords } from '../../ui/words.tsx'
import { Colours, Logo, Typefaces } from './look.tsx'
import { PartOrder } from './part-order.tsx'
import { OneOf, Words } from './rows.tsx'
import type { ThemePartProps } from './theme-part.ts'
import { DateLine, Labels } from './wording.tsx'

/** All that one theme says. */
export function ThemeForm({ listedName, ...part }: ThemePartProps & { listedName: string | undefined }) {
  const { t } = useWords()
  const { theme, isReadOnly, onChange } = part
  return (
    <>
      <section aria-label={t('themes.ownName')}>
        <Words
          label={t('themes.ownName')}
          value={listedName ?? theme.name}
          most={80}
          isReadOnly={isReadOnly}
          onChange={(name) => onChange({ ...theme, name }, 'name')}
        />
        <OneOf
          label={t('themes.layout')}
          value={theme.layout}
          isReadOnly={isReadOnly}
          choices={pageLayouts.map((value) => ({ value, name: t(`themes.layout.${value}`) }))}
          onChange={(layout) => onChange({ ...theme, layout }, 'layout')}
        />
      </section>
      <Logo {...part} />
      <Colours {...part} />
      <PartOrder {...part} />
      <DateLine {...part} />
      <Typefaces {...part} />
      <Labels {...part} />
    </>
  )
}

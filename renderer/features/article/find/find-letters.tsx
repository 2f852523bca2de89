import { TextAa } from '@phosphor-icons/react/dist/icons/TextAa'
import { DialogTrigger, Dialog, Popover } from 'react-aria-components'
import type { FindOptions } from '../../../../core/language/find-text.ts'
import { IconButton } from '../../../ui/controls.tsx'
import { dismissName } from '../../../ui/dismiss-name.ts'
import { useWords } from '../../../ui/words.tsx'

type Switch = keyof FindOptions
/** Each with the letters that it is about. */
const letters: readonly { name: Switch; sample: string }[] = [
  { name: 'hamza', sample: 'أ إ آ ا' },
  { name: 'tashkeel', sample: 'كَتَبَ كتب' },
  { name: 'tatweel', sample: 'ـ' },
  { name: 'yeh', sample: 'ي ى ی' },
  { name: 'kaf', sample: 'ك ک' },
  { name: 'heh', sample: 'ة ه ە ھ' },
  { name: 'digits', sample: '1 ١ ۱' },
  { name: 'hebrew', sample: '״ " ־ -' },
  { name: 'hidden', sample: '' },
  { name: 'letterCase', sample: 'A a' },
]
const ways: readonly { name: Switch; sample: string }[] = [
  { name: 'wholeWord', sample: '' },
  { name: 'pattern', sample: '' },
]

interface FindLettersProps {
  options: FindOptions
  onChange: (part: Partial<FindOptions>) => void
}

/** Which letters count as the same, whole words, patterns: each can be switched off. */
export function FindLetters({ options, onChange }: FindLettersProps) {
  const { t } = useWords()
  const row = ({ name, sample }: (typeof letters)[number]) => (
    <label key={name} className="find-switch">
      <input
        type="checkbox"
        checked={options[name]}
        onChange={(event) => onChange({ [name]: event.target.checked })}
      />
      <span>{t(`find.${name}`)}</span>
      {sample && (
        <span className="sample" aria-hidden="true">
          <bdi>{sample}</bdi>
        </span>
      )}
    </label>
  )
  const isChanged = options.wholeWord || options.pattern || letters.some(({ name }) => !options[name])
  return (
    <DialogTrigger>
      <IconButton
        icon={TextAa}
        name={t('find.letters')}
        className={isChanged ? 'is-on' : ''}
        onPress={() => undefined}
      />
      <Popover
        className="float find-letters"
        placement="bottom end"
        offset={6}
        ref={dismissName(t('dialog.close'))}
      >
        <Dialog aria-label={t('find.letters')}>
          <fieldset>
            <legend>{t('find.same')}</legend>
            {letters.map(row)}
          </fieldset>
          <fieldset>
            <legend>{t('find.how')}</legend>
            {ways.map(row)}
          </fieldset>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

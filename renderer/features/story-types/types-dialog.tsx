import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/dist/icons/ArrowUp'
import { Plus } from '@phosphor-icons/react/dist/icons/Plus'
import { useState } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import { nameOfType } from '../../../core/model/story-start.ts'
import type { StoryType } from '../../../core/model/story-type.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import type { OpenDraft } from '../../desk/draft.ts'
import { useStoryTypes } from '../../desk/story-types.ts'
import { Button, Dialog, IconButton } from '../../ui/controls.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import { Sharing } from './sharing.tsx'
import { freshId, moved, typeOfStory } from './type-change.ts'
import { TypeForm } from './type-form.tsx'
import './story-types.css'

interface TypesDialogProps {
  /** The story that is open; null where none is. */
  draft: OpenDraft | null
  host: HostInfo
  isReadOnly: boolean
  onClose: () => void
}

/** The house's story types: which there are and in what order, and of one all that it says. Each change holds at once. */
export function TypesDialog({ draft, host, isReadOnly, onClose }: TypesDialogProps) {
  const { t, language } = useWords()
  const desk = useDesk()
  const { types, house } = useStoryTypes()
  const [chosenId, choose] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const chosen = types.find(({ id }) => id === chosenId) ?? types[0]
  const tryTo = async (work: () => Promise<unknown>) => {
    try {
      await work()
      setProblem('')
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
    }
  }
  const put = (type: StoryType) => void tryTo(() => desk.call('types.change', { put: type }))
  const order = (step: 1 | -1) => {
    const ids = types.map(({ id }) => id)
    if (chosen) void tryTo(() => desk.call('types.change', { order: moved(ids, chosen.id, step) }))
  }
  const make = () => {
    if (!draft) return
    const like = types.find(({ id }) => id === draft.details().fields.storyType)
    const name = t('types.newName')
    const ids = types.map(({ id }) => id)
    const type = typeOfStory(draft.draft(), {
      id: freshId(name, language, ids),
      name: { [language]: name },
      like,
    })
    choose(type.id)
    put(type)
  }
  return (
    <Dialog
      title={t('types.name')}
      size="whole"
      onClose={onClose}
      foot={
        <>
          <Sharing host={host} isReadOnly={isReadOnly} types={types} house={house} tryTo={tryTo} />
          <span className="grow" />
          <Button look="primary" onPress={onClose}>
            {t('dialog.done')}
          </Button>
        </>
      }
    >
      <div className="story-types">
        <TypeList
          types={types}
          chosen={chosen}
          canMake={draft !== null}
          {...{ isReadOnly, make, order }}
          onChoose={choose}
        />
        <div className="type-form scroll">
          {problem && (
            <p role="alert" className="banner danger">
              {problem}
            </p>
          )}
          {chosen && (
            <TypeForm
              key={chosen.id}
              type={chosen}
              draft={draft}
              isReadOnly={isReadOnly}
              isOwn={house.includes(chosen.id)}
              onChange={put}
              onRemove={() => void tryTo(() => desk.call('types.change', { remove: chosen.id }))}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}

interface TypeListProps {
  types: readonly StoryType[]
  chosen: StoryType | undefined
  isReadOnly: boolean
  canMake: boolean
  make: () => void
  order: (step: 1 | -1) => void
  onChoose: (id: string) => void
}

function TypeList({ types, chosen, isReadOnly, canMake, make, order, onChoose }: TypeListProps) {
  const { t, language } = useWords()
  return (
    <nav className="type-list scroll" aria-label={t('types.list')}>
      <ul>
        {types.map((type) => (
          <li key={type.id}>
            <button
              type="button"
              className="menu-item"
              aria-current={type === chosen}
              data-offered={type.isOffered ? undefined : 'no'}
              onClick={() => onChoose(type.id)}
            >
              <span dir="auto">{nameOfType(type, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="type-order">
        <IconButton icon={ArrowUp} name={t('types.up')} isDisabled={isReadOnly} onPress={() => order(-1)} />
        <IconButton
          icon={ArrowDown}
          name={t('types.down')}
          isDisabled={isReadOnly}
          onPress={() => order(1)}
        />
        <Button icon={Plus} isDisabled={isReadOnly || !canMake} onPress={make}>
          {t('types.ofStory')}
        </Button>
      </div>
    </nav>
  )
}

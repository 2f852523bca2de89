import { useEffect, useRef, useState } from 'react'
import { checkAddress } from '../../../core/language/check-address.ts'
import { siteName } from '../../../core/language/embed-site.ts'
import { withoutTracking } from '../../../core/language/pasted-address.ts'
import type { EmbedAttrs } from '../../../core/model/body.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { PictureFiles } from '../../ui/picture-files.tsx'
import { useWords } from '../../ui/words.tsx'
import { useTyping } from './use-typing.ts'
import { AddressField, isWarned } from './address-field.tsx'

const empty: EmbedAttrs = { url: '', title: '', site: '', media: null, alt: '' }

interface EmbedDialogProps {
  editor: StoryEditor
  onClose: () => void
}

/** What a card of another site says: written by a person, because nothing is asked of the network. */
export function EmbedDialog({ editor, onClose }: EmbedDialogProps) {
  const { t } = useWords()
  const [card, setCard] = useState(() => editor.cardAtCaret() ?? empty)
  const [isTried, setTried] = useState(false)
  const check = checkAddress(card.url)
  const isWeb = check.href !== null && /^https?:/iu.test(check.href)
  const put = (part: Partial<EmbedAttrs>) => setCard((before) => ({ ...before, ...part }))
  const write = (url: string) => {
    setTried(false)
    const href = checkAddress(url).href ?? ''
    // The name of the site follows the address until somebody writes another.
    setCard((before) => {
      const isOwn = before.site !== '' && before.site !== siteName(checkAddress(before.url).href ?? '')
      return { ...before, url, site: isOwn ? before.site : siteName(href) }
    })
  }
  const apply = () => {
    const isHeld = !isWeb || (isWarned(check) && !isTried)
    const url = withoutTracking(check.href ?? '')
    if (isHeld || !editor.run('embed', { embed: { ...card, url } })) setTried(true)
    else onClose()
  }
  return (
    <Dialog
      title={t('format.embed')}
      onClose={onClose}
      foot={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" onPress={apply}>
            {t(isTried && isWarned(check) ? 'link.applyAnyway' : 'embed.done')}
          </Button>
        </>
      }
    >
      <form
        className="embed-form"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <p className="embed-about">{t('embed.about')}</p>
        <AddressField isLabelShown isWebOnly value={card.url} isTried={isTried} onChange={write} />
        <Line
          label={t('embed.title')}
          direction={editor.state().direction}
          editor={editor}
          value={card.title}
          onChange={(title) => put({ title })}
        />
        <Line label={t('embed.site')} direction="auto" value={card.site} onChange={(site) => put({ site })} />
        <CardPicture editor={editor} card={card} onChange={put} />
        {/* A form of several fields sends itself by Enter only where it has a button for that. */}
        <button hidden type="submit" aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}

interface LineProps {
  label: string
  direction: 'rtl' | 'ltr' | 'auto'
  /** Whose typing rules work in it; left out where a name is spelled as somebody else spells it. */
  editor?: StoryEditor
  value: string
  onChange: (value: string) => void
}

function Line({ label, direction, editor, value, onChange }: LineProps) {
  const field = useRef<HTMLInputElement>(null)
  useTyping(field, () => (editor && direction !== 'auto' ? editor.typing(direction) : null))
  return (
    <label className="title-field">
      <span className="label">{label}</span>
      <span className="control">
        <input
          ref={field}
          type="text"
          dir={direction}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </label>
  )
}

interface CardPictureProps {
  editor: StoryEditor
  card: EmbedAttrs
  onChange: (part: Partial<EmbedAttrs>) => void
}

/** The picture of the card, from a file. */
function CardPicture({ editor, card, onChange }: CardPictureProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [url, setUrl] = useState('')
  const [problem, setProblem] = useState('')
  const { media } = card
  useEffect(() => {
    let isWanted = true
    if (media !== null)
      editor.pictureUrl(media).then(
        (found) => isWanted && setUrl(found),
        () => isWanted && setUrl(''),
      )
    return () => {
      isWanted = false
    }
  }, [editor, media])
  const add = async (file: File | undefined) => {
    if (!file) return
    setProblem('')
    try {
      const stored = await editor.addPicture(file)
      onChange({ media: stored.media })
    } catch (thrown) {
      setProblem(errorSentence(t, thrown))
    }
  }
  return (
    <div className="card-picture">
      <PictureFiles ref={input} onFiles={([file]) => void add(file)} />
      {media !== null && url && <img src={url} alt="" />}
      <Button look="line" onPress={() => input.current?.click()}>
        {t(media === null ? 'embed.picture' : 'picture.replace')}
      </Button>
      {media !== null && (
        <Button onPress={() => onChange({ media: null, alt: '' })}>{t('picture.remove')}</Button>
      )}
      {media !== null && (
        <Line
          label={t('picture.alt')}
          direction={editor.state().direction}
          editor={editor}
          value={card.alt}
          onChange={(alt) => onChange({ alt })}
        />
      )}
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}

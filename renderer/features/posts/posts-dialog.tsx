import { useEffect, useState } from 'react'
import { Copy } from '@phosphor-icons/react/dist/icons/Copy'
import { FileArrowDown } from '@phosphor-icons/react/dist/icons/FileArrowDown'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { SocialPosts } from '../../../core/api/files.ts'
import { languageOf } from '../../../core/language/registry.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { handOver } from '../../desk/hand-over.ts'
import type { OpenDraft } from '../../desk/draft.ts'
import { Button, Dialog } from '../../ui/controls.tsx'
import { headlineLanguage } from '../../ui/headline-language.ts'
import { Headline } from '../../ui/headline.tsx'
import { errorSentence } from '../../ui/sentences.ts'
import { useWords } from '../../ui/words.tsx'
import './posts.css'

interface PostsDialogProps {
  draft: OpenDraft
  host: HostInfo
  onClose: () => void
}

/** What the article says of itself in social networks: texts to copy, counted as each network counts, and the cards. */
export function PostsDialog({ draft, host, onClose }: PostsDialogProps) {
  const { t } = useWords()
  const { texts, cards, problem } = usePosts(draft)
  const { language, fields } = draft.details()
  const { headline } = fields
  return (
    <Dialog
      title={t('posts.title')}
      about={
        <bdi {...headlineLanguage({ headline, language })}>
          <Headline of={{ headline, language }} />
        </bdi>
      }
      size="whole"
      onClose={onClose}
      foot={<Button onPress={onClose}>{t('dialog.close')}</Button>}
    >
      <div className="posts" aria-busy={!cards && !problem}>
        <ul className="post-texts">
          {texts.map((text) => (
            <PostText key={text.network} of={text} {...languageOf(language)} />
          ))}
        </ul>
        <div className="post-cards">
          {problem && <p role="alert">{problem}</p>}
          {!cards && !problem && <p className="post-wait">{t('posts.making')}</p>}
          {cards?.length === 0 && <p>{t('posts.noCards')}</p>}
          {cards?.map((card) => (
            <PostCard key={card.name} of={card} headline={headline} host={host} />
          ))}
        </div>
      </div>
    </Dialog>
  )
}

interface PostTextProps {
  of: SocialPosts['texts'][number]
  direction: 'ltr' | 'rtl'
  tag: string
}

function PostText({ of: { network, text, count, most, isCut }, direction, tag }: PostTextProps) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const name = t(`posts.${network}`)
  return (
    <li aria-label={name}>
      <div className="post-head">
        <b>{name}</b>
        <span className="post-count">
          {t('posts.count', { count, most })}
          {isCut && <span className="post-cut">{t('posts.cut')}</span>}
        </span>
        <Button icon={Copy} onPress={() => void copy().catch(() => undefined)}>
          {t(isCopied ? 'files.copied' : 'posts.copy')}
        </Button>
      </div>
      {/* Each line in the direction of its own first letter, as the networks show it. */}
      <p className="post-text" dir={direction} lang={tag}>
        {text}
      </p>
    </li>
  )
}

interface PostCardProps {
  of: SocialPosts['cards'][number]
  headline: string
  host: HostInfo
}

function PostCard({ of: { name, width, height, base64 }, headline, host }: PostCardProps) {
  const { t } = useWords()
  const desk = useDesk()
  const [problem, setProblem] = useState('')
  const save = () =>
    handOver({ name, mime: 'image/png', base64, warnings: [] }, desk, host).then(
      () => setProblem(''),
      (thrown: unknown) => setProblem(errorSentence(t, thrown)),
    )
  return (
    <figure>
      <img src={`data:image/png;base64,${base64}`} width={width} height={height} alt={headline} />
      <figcaption>
        <span>{t('posts.card', { width, height })}</span>
        <Button icon={FileArrowDown} onPress={() => void save()}>
          {t('posts.saveCard')}
        </Button>
      </figcaption>
      {problem && <p role="alert">{problem}</p>}
    </figure>
  )
}

/** The texts at once, the cards when they are drawn. */
function usePosts(draft: OpenDraft) {
  const desk = useDesk()
  const { t } = useWords()
  const [texts, setTexts] = useState<SocialPosts['texts']>([])
  const [cards, setCards] = useState<SocialPosts['cards'] | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let isWanted = true
    const make = async () => {
      // What is posted is what the disk has: the last keys first.
      await draft.flush()
      const { id } = draft.details()
      const posts = await desk.call('article.posts', { id, cards: false })
      if (isWanted) setTexts(posts.texts)
      return desk.call('article.posts', { id, cards: true })
    }
    make().then(
      (posts) => isWanted && setCards(posts.cards),
      (thrown: unknown) => isWanted && setProblem(errorSentence(t, thrown)),
    )
    return () => {
      isWanted = false
    }
  }, [desk, draft, t])
  return { texts, cards, problem }
}

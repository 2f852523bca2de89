import { useEffect, useState } from 'react'
import { useWords } from '../../ui/words.tsx'
import { Spoken } from './pieces.tsx'

/** Where a stored picture can be shown from. */
export type PictureUrl = (media: string) => Promise<string>

/** A stored picture; its words stand under it. */
export function Picture({ media, pictureUrl }: { media: string; pictureUrl: PictureUrl }) {
  const { t } = useWords()
  const [url, setUrl] = useState<string | null>('')
  useEffect(() => {
    let isWanted = true
    pictureUrl(media).then(
      (found) => isWanted && setUrl(found),
      () => isWanted && setUrl(null),
    )
    return () => {
      isWanted = false
    }
  }, [media, pictureUrl])
  if (url === null) return <Spoken className="picture-missing">{t('picture.missing')}</Spoken>
  return url === '' ? <span className="picture-place" /> : <img src={url} alt="" />
}

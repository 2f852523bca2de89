import { Fragment } from 'react'
import { endingOf } from '../../../core/bulk/names.ts'

/**
 * A file with the folders above it: from left to right as systems have paths, each name in its own direction, so that Arabic folders
 * do not change places, and the ending behind it. A name that begins with its date keeps that at the left, as file managers show it: its
 * parts would stand beside the ending otherwise.
 */
export function PathName({ path }: { path: string }) {
  const ending = path.slice(path.length - endingOf(path).length)
  const names = path.slice(0, path.length - ending.length).split('/')
  return (
    <span className="bulk-name" title={path}>
      <span dir="ltr">
        {names.map((name, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a path is replaced as a whole, and may say a name twice
          <Fragment key={at}>
            {at > 0 && '/'}
            <bdi dir={/^\d/.test(name) ? 'ltr' : undefined}>{name}</bdi>
          </Fragment>
        ))}
        {ending}
      </span>
    </span>
  )
}

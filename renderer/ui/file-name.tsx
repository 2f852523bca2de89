/** The name of a file, from the left as file managers show it: its ending last, whatever script it is in. */
export function FileName({ name }: { name: string | undefined }) {
  return (
    <bdi dir="ltr" className="file-name" title={name}>
      {name ?? '…'}
    </bdi>
  )
}

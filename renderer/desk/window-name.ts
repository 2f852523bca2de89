const keptAs = 'midad-window'
let name: string | undefined

/** This window among those that ask the desk: the same after it was loaded anew, as after a crash of the page. */
export function windowName(): string {
  name ??= keptName()
  return name
}

/** Asked of the storage once only: it waits for another process, and each batch of the journal says the name. */
function keptName(): string {
  const fresh = crypto.randomUUID()
  try {
    const kept = sessionStorage.getItem(keptAs)
    if (kept === null) sessionStorage.setItem(keptAs, fresh)
    return kept ?? fresh
  } catch {
    // A browser that keeps nothing.
    return fresh
  }
}

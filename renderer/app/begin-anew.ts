/** Another library: nothing of the present one may stay on screen, not even the name of its article in the address. */
export function beginAnew(): void {
  const language = new URLSearchParams(location.search).get('language')
  location.replace(language ? `/?language=${encodeURIComponent(language)}` : '/')
}

import { hostOf } from './check-address.ts'

/** Services whose posts, films and songs are set as cards, by the hosts of their addresses. */
const services: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'x.com': 'X',
  'twitter.com': 'X',
  'facebook.com': 'Facebook',
  'fb.watch': 'Facebook',
  'instagram.com': 'Instagram',
  't.me': 'Telegram',
  'telegram.me': 'Telegram',
  'tiktok.com': 'TikTok',
  'soundcloud.com': 'SoundCloud',
  'vimeo.com': 'Vimeo',
}

/** The service that an address leads to, with something of it to show; undefined for any other site or a mere front page. */
export function embedService(address: string): string | undefined {
  const path = /^https?:\/\/[^/?#]+\/([^\s]+)/iu.exec(address)?.[1]
  if (path === undefined) return undefined
  // m.youtube.com, vm.tiktok.com, www.facebook.com: the last two names count.
  return services[hostOf(address).split('.').slice(-2).join('.')]
}

/** What a site is called under a card: its service's name, else its host. */
export const siteName = (address: string): string =>
  embedService(address) ?? hostOf(address).replace(/^www\./, '')

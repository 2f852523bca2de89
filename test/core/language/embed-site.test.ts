import { expect, test } from 'vitest'
import { embedService, siteName } from '../../../core/language/embed-site.ts'

test.each([
  ['https://www.youtube.com/watch?v=x', 'YouTube'],
  ['https://youtu.be/x', 'YouTube'],
  ['https://m.youtube.com/watch?v=x', 'YouTube'],
  ['https://x.com/name/status/1', 'X'],
  ['https://twitter.com/name/status/1', 'X'],
  ['https://www.facebook.com/story/1', 'Facebook'],
  ['https://fb.watch/x/', 'Facebook'],
  ['https://www.instagram.com/p/x/', 'Instagram'],
  ['https://t.me/channel/5', 'Telegram'],
  ['https://vm.tiktok.com/x/', 'TikTok'],
  ['https://soundcloud.com/name/song', 'SoundCloud'],
  ['https://vimeo.com/123', 'Vimeo'],
  ['https://x.com/', undefined],
  ['https://x.com', undefined],
  ['https://netflix.com/title/1', undefined],
  ['https://youtube.com.evil.example/watch', undefined],
  ['mailto:a@t.me', undefined],
])('%s is of %s', (address, service) => {
  expect(embedService(address)).toBe(service)
})

test('any other site is called by its host', () => {
  expect(siteName('https://www.midad.example:8080/a')).toBe('midad.example')
  expect(siteName('https://youtu.be/x')).toBe('YouTube')
})
